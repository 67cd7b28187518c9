/** The chat: all of the widget but its button, loaded when it is opened or comes into view. */
export { ChatFrame } from '../widget/chat-frame.ts';

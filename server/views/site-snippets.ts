/** What a site owner pastes; `server` is the address of this server, without a slash at its end. */

export interface Snippet {
  /** Name of the file that it belongs in. */
  file: string;
  code: string;
}

/** What the widget's script is called, and its hash where a site wants one version and no other. */
export interface WidgetScript {
  address: string;
  integrity?: string | undefined;
}

export function htmlSnippet({ address, integrity }: WidgetScript, server: string): Snippet {
  const pinned = integrity === undefined ? '' : ` integrity="${integrity}" crossorigin="anonymous"`;
  return { file: 'HTML', code: `<script type="module" src="${server}${address}"${pinned}></script>\n<bekostigings-wijzer mode="bubble"></bekostigings-wijzer>` };
}

export const policySnippet = (server: string): Snippet => ({ file: 'Content-Security-Policy', code: `script-src ${server};\nconnect-src ${server};\nstyle-src 'self' ${server}` });

export const themeSnippet = (server: string): Snippet => ({ file: 'HTML', code: `<link rel="stylesheet" href="${server}/nl-design-system.css">` });

/** One file in wp-content/plugins; WordPress prints a script module itself, so nothing inline is needed. */
export const wordPressSnippet = (server: string): Snippet => ({
  file: 'wp-content/plugins/bekostigingswijzer/bekostigingswijzer.php',
  code: `<?php
/**
 * Plugin Name: Bekostigingswijzer
 * Description: [bekostigingswijzer] zet het chatvenster in een pagina.
 * Requires at least: 6.5
 * License: EUPL-1.2
 */
defined( 'ABSPATH' ) || exit;

const BEKOSTIGINGSWIJZER_SERVER = '${server}';

add_shortcode( 'bekostigingswijzer', function ( $attributes ) {
	$attributes = shortcode_atts( array( 'mode' => 'inline' ), $attributes, 'bekostigingswijzer' );
	wp_enqueue_script_module( 'bekostigingswijzer', BEKOSTIGINGSWIJZER_SERVER . '/widget.js', array(), null );
	return '<bekostigings-wijzer mode="' . esc_attr( $attributes['mode'] ) . '"></bekostigings-wijzer>';
} );
`,
});

/** A module of three files: what it is, its library, and a block. */
export function drupalSnippets(server: string): Snippet[] {
  const folder = 'modules/custom/bekostigingswijzer';
  return [
    { file: `${folder}/bekostigingswijzer.info.yml`, code: "name: Bekostigingswijzer\ntype: module\ndescription: 'Chatvenster over de betaling van samenwerking in de zorg.'\ncore_version_requirement: ^10.3 || ^11\ndependencies:\n  - drupal:block\n" },
    { file: `${folder}/bekostigingswijzer.libraries.yml`, code: `widget:\n  js:\n    ${server}/widget.js: { type: external, minified: true, preprocess: false, attributes: { type: module } }\n` },
    {
      file: `${folder}/src/Plugin/Block/WijzerBlock.php`,
      code: `<?php

namespace Drupal\\bekostigingswijzer\\Plugin\\Block;

use Drupal\\Core\\Block\\Attribute\\Block;
use Drupal\\Core\\Block\\BlockBase;
use Drupal\\Core\\StringTranslation\\TranslatableMarkup;

#[Block(id: 'bekostigingswijzer', admin_label: new TranslatableMarkup('Bekostigingswijzer'))]
final class WijzerBlock extends BlockBase {

  public function build(): array {
    return [
      '#type' => 'html_tag',
      '#tag' => 'bekostigings-wijzer',
      '#attributes' => ['mode' => 'inline'],
      '#attached' => ['library' => ['bekostigingswijzer/widget']],
    ];
  }

}
`,
    },
  ];
}

;; Dot products of question tokens with passage tokens, sixteen components at a time.
;; query:  rows × dims of int16; tokens: count × dims of int8; out: rows × count of int32, row by row.
;; dims must be a multiple of 16.
(module
  (memory (import "env" "memory") 0)
  (func (export "dots")
    (param $query i32) (param $rows i32) (param $tokens i32) (param $count i32) (param $dims i32) (param $out i32)
    (local $t i32) (local $q i32) (local $a i32) (local $b i32) (local $end i32) (local $v v128) (local $sum v128)
    (if (i32.or (i32.eqz (local.get $rows)) (i32.eqz (local.get $count))) (then (return)))
    (loop $eachToken
      (local.set $a (local.get $query))
      (local.set $q (i32.const 0))
      (local.set $end (i32.add (local.get $tokens) (local.get $dims)))
      (loop $eachRow
        (local.set $b (local.get $tokens))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (loop $eachSixteen
          (local.set $v (v128.load (local.get $b)))
          (local.set $sum
            (i32x4.add
              (i32x4.add
                (local.get $sum)
                (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $v)) (v128.load (local.get $a))))
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $v)) (v128.load offset=16 (local.get $a)))))
          (local.set $a (i32.add (local.get $a) (i32.const 32)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (br_if $eachSixteen (i32.lt_u (local.get $b) (local.get $end))))
        (i32.store
          (i32.add
            (local.get $out)
            (i32.shl (i32.add (i32.mul (local.get $q) (local.get $count)) (local.get $t)) (i32.const 2)))
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $q (i32.add (local.get $q) (i32.const 1)))
        (br_if $eachRow (i32.lt_u (local.get $q) (local.get $rows))))
      (local.set $tokens (local.get $end))
      (local.set $t (i32.add (local.get $t) (i32.const 1)))
      (br_if $eachToken (i32.lt_u (local.get $t) (local.get $count))))))

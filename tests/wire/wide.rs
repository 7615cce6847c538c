//! More fields than have a bit of their own while a message is read.

use everwire::{Codec, Options, Wire};

use everwire_tests::round_trip;

macro_rules! wide {
    ($wide:ident, $either:ident: $($number:literal $name:ident)*; $list:literal $left:literal $right:literal) => {
        /// Truth values, then a list and a oneof.
        #[derive(Codec, Clone, Debug, Default, PartialEq)]
        struct $wide {
            $(#[codec($number)] $name: bool,)*
            #[codec($list)]
            list: Vec<u32>,
            #[codec(oneof($left, $right))]
            either: Option<$either>,
        }

        #[derive(Codec, Clone, Debug, PartialEq)]
        enum $either {
            #[codec($left)]
            Left(u32),
            #[codec($right)]
            Right(u32),
        }
    };
}

wide! {
    Wide, Either:
    1 a0  2 a1  3 a2  4 a3  5 a4  6 a5  7 a6  8 a7  9 a8  10 a9  11 b0  12 b1  13 b2
    14 b3  15 b4  16 b5  17 b6  18 b7  19 b8  20 b9  21 c0  22 c1  23 c2  24 c3  25 c4  26 c5
    27 c6  28 c7  29 c8  30 c9  31 d0  32 d1  33 d2  34 d3  35 d4  36 d5  37 d6  38 d7  39 d8
    40 d9  41 e0  42 e1  43 e2  44 e3  45 e4  46 e5  47 e6  48 e7  49 e8  50 e9  51 f0  52 f1
    53 f2  54 f3  55 f4  56 f5  57 f6  58 f7  59 f8  60 f9  61 g0  62 g1  63 g2  64 g3  65 g4
    66 g5  67 g6  68 g7  69 g8  70 g9  71 h0  72 h1  73 h2  74 h3  75 h4  76 h5  77 h6  78 h7
    79 h8  80 h9  81 i0  82 i1  83 i2  84 i3  85 i4  86 i5  87 i6  88 i7  89 i8  90 i9  91 j0
    92 j1  93 j2  94 j3  95 j4  96 j5  97 j6  98 j7  99 j8  100 j9  101 k0  102 k1  103 k2  104 k3
    105 k4  106 k5  107 k6  108 k7  109 k8  110 k9  111 l0  112 l1  113 l2  114 l3  115 l4  116 l5  117 l6
    118 l7  119 l8  120 l9  121 m0  122 m1  123 m2  124 m3  125 m4  126 m5  127 m6  128 m7  129 m8  130 m9
    131 n0  132 n1  133 n2  134 n3  135 n4  136 n5  137 n6  138 n7  139 n8  140 n9  141 o0  142 o1  143 o2
    144 o3  145 o4  146 o5  147 o6  148 o7  149 o8  150 o9  151 p0  152 p1  153 p2  154 p3  155 p4  156 p5
    157 p6  158 p7  159 p8  160 p9  161 q0  162 q1  163 q2  164 q3  165 q4  166 q5  167 q6  168 q7  169 q8
    170 q9  171 r0  172 r1  173 r2  174 r3  175 r4  176 r5  177 r6  178 r7  179 r8  180 r9  181 s0  182 s1
    183 s2  184 s3  185 s4  186 s5  187 s6  188 s7  189 s8  190 s9  191 t0  192 t1  193 t2  194 t3  195 t4
    196 t5  197 t6  198 t7  199 t8  200 t9  201 u0  202 u1  203 u2  204 u3  205 u4  206 u5  207 u6  208 u7
    209 u8  210 u9  211 v0  212 v1  213 v2  214 v3  215 v4  216 v5  217 v6  218 v7  219 v8  220 v9  221 w0
    222 w1  223 w2  224 w3  225 w4  226 w5  227 w6  228 w7  229 w8  230 w9  231 x0  232 x1  233 x2  234 x3
    235 x4  236 x5  237 x6  238 x7  239 x8  240 x9  241 y0  242 y1  243 y2  244 y3  245 y4  246 y5  247 y6
    248 y7  249 y8  250 y9  251 z0  252 z1  253 z2  254 z3  255 z4  256 z5  257 z6  258 z7  259 z8  260 z9
    ; 261 262 263
}

wide! {
    Far, Farther:
    1 a0  2 a1  3 a2  4 a3  5 a4  6 a5  7 a6  8 a7  9 a8  10 a9  11 b0  12 b1  13 b2  14 b3
    15 b4  16 b5  17 b6  18 b7  19 b8  20 b9  21 c0  22 c1  23 c2  24 c3  25 c4  26 c5  27 c6  28 c7
    29 c8  30 c9  31 d0  32 d1  33 d2  34 d3  35 d4  36 d5  37 d6  38 d7  39 d8  40 d9  41 e0  42 e1
    43 e2  44 e3  45 e4  46 e5  47 e6  48 e7  49 e8  50 e9  51 f0  52 f1  53 f2  54 f3  55 f4  56 f5
    57 f6  58 f7  59 f8  60 f9  61 g0  62 g1  63 g2  64 g3  65 g4  66 g5  67 g6  68 g7  69 g8  70 g9
    ; 71 72 73
}

#[test]
fn a_list_that_comes_twice_in_json_is_the_last_one() {
    let twice: Wide = Wire::Json.decode(br#"{"list":[1,2],"list":[3]}"#).unwrap();
    assert_eq!(twice.list, [3]);
}

#[test]
fn parts_of_a_list_are_joined_in_protobuf_whatever_was_there() {
    // Field 261: the tag is 0xaa 0x10.
    let parts = b"\xaa\x10\x01\x01\x08\x01\xaa\x10\x01\x02";
    let fresh: Wide = Wire::Protobuf.decode(parts).unwrap();
    assert_eq!((fresh.a0, &fresh.list[..]), (true, &[1, 2][..]));
    let mut reused = Wide {
        a1: true,
        list: vec![8, 9],
        either: Some(Either::Left(1)),
        ..Wide::default()
    };
    Wire::Protobuf.decode_into(&mut reused, parts).unwrap();
    assert_eq!(reused, fresh);
}

#[test]
fn all_of_it_comes_back() {
    let value = Wide {
        a0: true,
        z9: true,
        list: vec![3],
        either: Some(Either::Right(4)),
        ..Wide::default()
    };
    for wire in Wire::ALL {
        round_trip(wire, &value);
    }
}

#[test]
fn merging_replaces_a_field_except_in_protobuf() {
    let mut value = Wide {
        a0: true,
        list: vec![1],
        ..Wide::default()
    };
    Options::new()
        .merge(Wire::Json, &mut value, br#"{"list":[2]}"#)
        .unwrap();
    assert_eq!((value.a0, &value.list[..]), (true, &[2][..]));
    Options::new()
        .merge(Wire::Protobuf, &mut value, b"\xaa\x10\x01\x03")
        .unwrap();
    assert_eq!((value.a0, &value.list[..]), (true, &[2, 3][..]));
}

#[test]
fn two_variants_of_a_oneof_are_refused_wherever_they_stand() {
    let twice = br#"{"a0":true,"Left":1,"Right":2}"#;
    let error = Wire::Json.decode::<Far>(twice).unwrap_err();
    assert!(error.to_string().contains("oneof"), "{error}");
    let again = Wire::Json.decode::<Far>(br#"{"Left":1,"Left":2}"#);
    assert_eq!(
        again.unwrap_err().to_string(),
        "Far.Left: the field is given twice (json, byte 17)"
    );
    let last: Wide = Wire::Protobuf.decode(b"\xb0\x10\x01\xb8\x10\x02").unwrap();
    assert_eq!(last.either, Some(Either::Right(2)));
}

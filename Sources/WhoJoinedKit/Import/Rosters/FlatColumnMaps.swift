/// Every family of flat rosters. A new one is a file with its `ColumnMap` and a line here; a later family wins a
/// spelling.
let flatColumnMaps: [ColumnMap] = [
    .otherLanguages, .handMade, .sims, .arbor, .bromcom, .integris, .scholarPack, .iSAMS, .wonde, .googleAdmin,
    .schoolStaff, .marks,
    .lessons,
]

/// All layouts, most particular first. The header spellings of the flat ones are in `flatColumnMaps`.
let rosterLayouts: [RosterLayout] = [.oneRoster, .sdsV2, .sdsV1, .linkedSet, .flat]

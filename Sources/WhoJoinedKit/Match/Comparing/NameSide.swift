/// Which side of a name a part belongs to.
enum NameSide: UInt8 { case given, family }

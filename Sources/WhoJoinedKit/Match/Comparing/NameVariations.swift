/// What a part of a written name sounds and looks like, and other names that it may mean.
struct NameVariations {
    let sound: SoundKey
    let look: String
    let relatives: [(name: String, likeness: Likeness)]

    init(of part: WrittenName.Part) {
        sound = SoundKey(of: part.letters)
        look = lookKey(of: part.letters)
        relatives = part.mayVary ? NameKnowledge.relatives(of: part.text) : []
    }
}

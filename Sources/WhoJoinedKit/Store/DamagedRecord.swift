/// Something in the history that the program did not write so.
struct DamagedRecord: Error {}

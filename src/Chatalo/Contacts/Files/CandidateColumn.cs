namespace Chatalo.Contacts.Files;

/// <summary>A column whose cells read as phone numbers, whatever its header says.</summary>
/// <param name="Index">Its place.</param>
/// <param name="First">The place of its first number among the rows.</param>
/// <param name="Header">The place of its header among the rows; -1 for none.</param>
/// <param name="Kind">What the header says.</param>
/// <param name="Rank">The smaller, the sooner the column is taken.</param>
/// <param name="IsWritten">Whether all its numbers are written as only phone numbers are.</param>
/// <param name="IsElsewhere">Whether the header says home or work.</param>
internal sealed record CandidateColumn(int Index, int First, int Header, HeaderKind Kind, int Rank, bool IsWritten, bool IsElsewhere = false);

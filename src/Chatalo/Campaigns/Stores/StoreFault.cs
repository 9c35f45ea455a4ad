namespace Chatalo.Campaigns.Stores;

/// <summary>What an error of a database means.</summary>
/// <param name="What">What is wrong, to follow "the store … cannot be used:".</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="MayPass">Whether the same may work in a while.</param>
internal sealed record StoreFault(string What, string Remedy, bool MayPass = false);

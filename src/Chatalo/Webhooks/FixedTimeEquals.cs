namespace Chatalo.Webhooks;

/// <summary>Compares a secret without telling by the time it takes how much of a guess was right.</summary>
internal static class FixedTimeEquals
{
    public static bool Compare(string guess, string secret)
    {
        var difference = guess.Length ^ secret.Length;
        for (var i = 0; i < secret.Length; i++)
        {
            // A guess that is too short is compared on, with something that makes no difference to the time.
            difference |= secret[i] ^ (i < guess.Length ? guess[i] : '\0');
        }

        return difference == 0;
    }
}

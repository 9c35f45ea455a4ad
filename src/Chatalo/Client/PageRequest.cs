using System.Globalization;

namespace Chatalo.Client;

/// <summary>Which page of a list, and how many items on it.</summary>
internal readonly record struct PageRequest(int Number, int Size)
{
    /// <summary>What we ask for: a page of 15, the gateway's default, would cost a request of the rate limit for every 15 contacts.</summary>
    public const int DefaultSize = 100;

    public string Query => string.Format(CultureInfo.InvariantCulture, "?page={0}&limit={1}", Number, Size);
}

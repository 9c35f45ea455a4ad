namespace Chatalo.Client;

/// <summary>What it means to make a request twice; this alone decides what may be retried.</summary>
internal enum RequestKind
{
    /// <summary>Lists, checks and shows: made again freely.</summary>
    Read,

    /// <summary>Changes something: made again only when it surely was not processed.</summary>
    Change,

    /// <summary>Delivers something to a person: made again only when it surely was not processed; a lost answer is an unknown outcome.</summary>
    Send,
}

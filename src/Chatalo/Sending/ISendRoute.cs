namespace Chatalo.Sending;

/// <summary>
/// The way of a message from the pipeline to the one sender: straight, or by way of a campaign's store. Used on the pipeline's thread only;
/// reports come back to that thread, one for each message.
/// </summary>
internal interface ISendRoute
{
    /// <summary>How many were started and not reported.</summary>
    int Count { get; }

    /// <summary>Whether it takes another message now.</summary>
    bool HasRoom { get; }

    /// <summary>Whether the next input may be read now.</summary>
    bool MayReadOn { get; }

    /// <summary>Whether all is reported, after <see cref="Complete"/>.</summary>
    bool IsDone { get; }

    /// <summary>Ends when all that was started has ended. Never faulted.</summary>
    Task Ended { get; }

    /// <summary>Why it takes and sends nothing more; null while all is well.</summary>
    ChataloException? Failure { get; }

    /// <summary>Sends a message when its turn comes.</summary>
    void Start(OutgoingMessage message);

    /// <summary>No more messages come.</summary>
    void Complete();

    /// <summary>What has not begun is not to begin; what is on its way may end well.</summary>
    void Close();
}

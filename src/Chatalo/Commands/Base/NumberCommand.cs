namespace Chatalo.Commands;

/// <summary>A cmdlet that does something for each number.</summary>
public abstract class NumberCommand : RecipientCommand
{
    /// <inheritdoc />
    private protected sealed override void ProcessInput() => Process(ReadNumber());

    /// <summary>Does it, with the number as digits with country code.</summary>
    private protected abstract void Process(string number);
}

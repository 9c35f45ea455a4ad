using Chatalo.Text;

namespace Chatalo;

/// <summary>The one exception of the module. Its message never holds a key, and names the input that was wrong.</summary>
public sealed class ChataloException : Exception
{
    private const string IdPrefix = "Chatalo.";

    /// <summary>Makes the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A sentence for a person: what was wrong, with which input. What a terminal would act on is made harmless.</param>
    /// <param name="recommendedAction">What to do next; by default the kind's usual remedy.</param>
    /// <param name="statusCode">The HTTP status that the gateway answered, if it did.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    public ChataloException(
        ErrorKind kind, string message, string? recommendedAction = null, int? statusCode = null, Exception? innerException = null)
        : base(DisplayText.Plain(message), innerException)
    {
        Kind = kind;
        RecommendedAction = recommendedAction is null ? Remedy.For(kind) : DisplayText.Plain(recommendedAction);
        StatusCode = statusCode;
    }

    /// <summary>What went wrong.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The stable id for scripts to test, such as <c>Chatalo.NotFound</c>.</summary>
    public string ErrorId => IdPrefix + Kind;

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; }

    /// <summary>The HTTP status that the gateway answered; null when it did not answer.</summary>
    public int? StatusCode { get; }

    /// <summary>The gateway's own words, where it said any.</summary>
    public string? GatewayMessage { get; init; }

    /// <summary>What was wrong with each field, by the gateway's field names, where it said so (400, 422).</summary>
    public IReadOnlyDictionary<string, string[]> FieldErrors { get; init; } = new Dictionary<string, string[]>();

    /// <returns>The kind that has the id; null for none.</returns>
    internal static ErrorKind? KindOf(string? errorId)
        => errorId is not null && errorId.StartsWith(IdPrefix, StringComparison.Ordinal) && Enum.TryParse<ErrorKind>(errorId[IdPrefix.Length..], out var kind) ? kind : null;
}

using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Makes the error records that users see from the module's exception.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(ChataloException exception, object? target)
        => new(exception, exception.ErrorId, Category(exception.Kind), target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = exception.RecommendedAction },
        };

    private static ErrorCategory Category(ErrorKind kind) => kind switch
    {
        ErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        ErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        ErrorKind.InvalidInput => ErrorCategory.InvalidArgument,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.DeviceNotReady => ErrorCategory.ResourceUnavailable,
        ErrorKind.OutcomeUnknown => ErrorCategory.InvalidResult,
        ErrorKind.Unreachable => ErrorCategory.ConnectionError,
        ErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        ErrorKind.ServerError => ErrorCategory.InvalidResult,
        ErrorKind.UnexpectedAnswer => ErrorCategory.ProtocolError,
        ErrorKind.Stopped => ErrorCategory.OperationStopped,
        ErrorKind.StoreUnavailable => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.NotSpecified,
    };
}

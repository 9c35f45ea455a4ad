namespace Chatalo.Emulator.State;

internal enum OtpVerdict
{
    Valid,
    Wrong,
    Expired,
    Used,
    TooManyAttempts,
    Unknown,
}

using System.Globalization;
using System.Security.Cryptography;

namespace Chatalo.Emulator.State;

/// <summary>The one-time passwords sent and not yet forgotten.</summary>
internal sealed class OtpStore(TimeProvider clock)
{
    private const int KeptRequests = 100_000;
    private readonly Dictionary<string, Otp> _requests = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _oldestFirst = new();

    // A password is good for a time, whatever is done to the time of day meanwhile.
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Makes a code of six digits.</summary>
    public (string RequestId, string Code) Create(TimeSpan timeout, int maxAttempts)
    {
        var id = Guid.NewGuid().ToString();
        var code = NewCode();
        lock (_requests)
        {
            if (_oldestFirst.Count >= KeptRequests)
            {
                _requests.Remove(_oldestFirst.Dequeue());
            }

            _requests[id] = new Otp(code, clock.GetElapsedTime(_start) + timeout, maxAttempts);
            _oldestFirst.Enqueue(id);
        }

        return (id, code);
    }

    public OtpVerdict Check(string requestId, string code)
    {
        lock (_requests)
        {
            if (!_requests.TryGetValue(requestId, out var otp))
            {
                return OtpVerdict.Unknown;
            }

            if (otp.IsUsed)
            {
                return OtpVerdict.Used;
            }

            if (clock.GetElapsedTime(_start) >= otp.End)
            {
                return OtpVerdict.Expired;
            }

            if (otp.Attempts >= otp.MaxAttempts)
            {
                return OtpVerdict.TooManyAttempts;
            }

            otp.Attempts++;
            otp.IsUsed = string.Equals(otp.Code, code, StringComparison.Ordinal);
            return otp.IsUsed ? OtpVerdict.Valid : OtpVerdict.Wrong;
        }
    }

    private static string NewCode()
    {
        // Below the largest multiple of a million that fits, so that no code is likelier than another.
        const uint Codes = 1_000_000;
        const uint Fair = uint.MaxValue / Codes * Codes;
        var bytes = new byte[4];
        using var random = RandomNumberGenerator.Create();
        uint number;
        do
        {
            random.GetBytes(bytes);
            number = BitConverter.ToUInt32(bytes, 0);
        }
        while (number >= Fair);
        return (number % Codes).ToString("d6", CultureInfo.InvariantCulture);
    }

    private sealed class Otp(string code, TimeSpan end, int maxAttempts)
    {
        public string Code { get; } = code;

        public TimeSpan End { get; } = end;

        public int MaxAttempts { get; } = maxAttempts;

        public int Attempts { get; set; }

        public bool IsUsed { get; set; }
    }
}

using Chatalo.HttpServer;

namespace Chatalo.Emulator.State;

/// <summary>What was asked.</summary>
internal sealed class RequestLog(EmulatorOptions options)
{
    private readonly RingBuffer<RecordedRequest> _requests = new(options.KeepRequests);
    private long _count;

    /// <summary>All requests ever read, kept or not.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <param name="request">Of which only the listed parts are kept.</param>
    /// <param name="statusCode">0 when there is no answer.</param>
    /// <param name="fault">The fault that was met.</param>
    public void Add(HttpRequest request, int statusCode, FaultKind? fault)
    {
        if (options.KeepRequests == 0)
        {
            Interlocked.Increment(ref _count);
            return;
        }

        var time = options.TimeProvider.GetUtcNow();
        lock (_requests)
        {
            _requests.Add(new RecordedRequest(request.Path)
            {
                Id = Interlocked.Increment(ref _count),
                Time = time,
                Method = request.Method,
                Query = request.Query,
                StatusCode = statusCode,
                Fault = fault,
                Accept = request.Header("Accept"),
                UserAgent = request.Header("User-Agent"),
            });
        }
    }

    public IReadOnlyList<RecordedRequest> ToArray()
    {
        lock (_requests)
        {
            return _requests.ToArray();
        }
    }

    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
        }
    }
}

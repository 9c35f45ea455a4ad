namespace Chatalo.Emulator.State;

/// <summary>The devices and what becomes of them.</summary>
internal sealed class DeviceStore(EmulatorOptions options)
{
    private readonly List<EmulatedDevice> _devices = [.. SampleData.Devices];
    private readonly object _gate = new();
    private readonly long _start = options.TimeProvider.GetTimestamp();

    private TimeSpan Now => options.TimeProvider.GetElapsedTime(_start);

    public IReadOnlyList<EmulatedDevice> ToArray()
    {
        lock (_gate)
        {
            for (var i = 0; i < _devices.Count; i++)
            {
                _devices[i] = Settle(_devices[i]);
            }

            return _devices.ToArray();
        }
    }

    public EmulatedDevice? Find(string? id)
    {
        lock (_gate)
        {
            var index = IndexOf(id);
            return index < 0 ? null : _devices[index] = Settle(_devices[index]);
        }
    }

    public void Add(EmulatedDevice device)
    {
        lock (_gate)
        {
            _devices.Add(device);
        }
    }

    public bool Remove(string? id)
    {
        lock (_gate)
        {
            var index = IndexOf(id);
            if (index >= 0)
            {
                _devices.RemoveAt(index);
            }

            return index >= 0;
        }
    }

    /// <returns>The device as changed; null when there is none of this id.</returns>
    public EmulatedDevice? Change(string? id, Func<EmulatedDevice, EmulatedDevice> change)
    {
        lock (_gate)
        {
            var index = IndexOf(id);
            return index < 0 ? null : _devices[index] = change(Settle(_devices[index]));
        }
    }

    public EmulatedDevice? StartConnecting(string? id)
    {
        var now = Now;
        return Change(id, device => device.Status == DeviceStatus.Authenticated
            ? device
            : device with
            {
                Status = DeviceStatus.Connecting,
                ConnectingSince = device.Status == DeviceStatus.Connecting ? device.ConnectingSince : now,
                QrPayload = QrPicture.NewPayload(),
                QrMadeAt = now,
                QrEnd = now + options.QrLifetime,
                QrExpiresAt = options.TimeProvider.GetUtcNow() + options.QrLifetime,
            });
    }

    /// <summary>Gives the device a status of its own; whatever code it had is gone.</summary>
    public EmulatedDevice? SetStatus(string? id, string status) => Change(id, device => WithStatus(device, status));

    /// <returns>False when there is no code to scan, or it has expired.</returns>
    public bool Scan(string id)
    {
        var now = Now;
        var wasScanned = false;
        Change(id, device =>
        {
            wasScanned = device.Status == DeviceStatus.Connecting && now < device.QrEnd;
            return wasScanned ? WithStatus(device, DeviceStatus.Authenticated) : device;
        });
        return wasScanned;
    }

    private static EmulatedDevice WithStatus(EmulatedDevice device, string status) =>
        device with { Status = status, ConnectingSince = null, QrPayload = null, QrMadeAt = null, QrEnd = null, QrExpiresAt = null };

    /// <summary>
    /// Has the owner scan, if that time has come: the code shown at that moment, or else the next one made. Done when someone looks, so that no timer runs.
    /// </summary>
    private EmulatedDevice Settle(EmulatedDevice device)
    {
        if (device is not { Status: DeviceStatus.Connecting, ConnectingSince: { } since, QrMadeAt: { } made, QrEnd: { } end }
            || options.AutoScanAfter is not { } after)
        {
            return device;
        }

        var looks = since + after;
        var scans = looks > made ? looks : made;
        return scans <= Now && scans < end ? WithStatus(device, DeviceStatus.Authenticated) : device;
    }

    private int IndexOf(string? id)
    {
        for (var i = 0; i < _devices.Count; i++)
        {
            if (string.Equals(_devices[i].Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Chatalo.Webhooks;

/// <summary>What to do when the system does not let a listener listen.</summary>
internal static class ListenRemedy
{
    private const int FirstFreePort = 1024;

    public static string For(SocketError error, IPEndPoint endPoint) => error switch
    {
        SocketError.AddressAlreadyInUse => "Give another port, or end what listens there.",
        SocketError.AddressNotAvailable => "Give an IP address of this machine, or + for all of them.",
        SocketError.AccessDenied when RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            => "Give another port: Windows keeps this one for something else (netsh http show urlacl; netsh interface ipv4 show excludedportrange protocol=tcp). No netsh http add urlacl is needed for this listener.",
        SocketError.AccessDenied when endPoint.Port < FirstFreePort
            => $"Give a port above {FirstFreePort - 1} and a reverse proxy in front, or allow this one: sysctl net.ipv4.ip_unprivileged_port_start={endPoint.Port}, or setcap cap_net_bind_service=+ep on the pwsh program.",
        _ => "Give another port or address.",
    };
}

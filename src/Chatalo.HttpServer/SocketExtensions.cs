using System.Net.Sockets;

namespace Chatalo.HttpServer;

/// <summary>The two socket calls of the server, without an allocation a call where the framework can do so.</summary>
internal static class SocketExtensions
{
#if NET
    public static ValueTask<int> ReceiveSomeAsync(this Socket socket, byte[] bytes, int offset, int count) =>
        socket.ReceiveAsync(bytes.AsMemory(offset, count), SocketFlags.None);

    private static ValueTask<int> SendSomeAsync(Socket socket, ArraySegment<byte> bytes) => socket.SendAsync(bytes.AsMemory(), SocketFlags.None);
#else
    public static async ValueTask<int> ReceiveSomeAsync(this Socket socket, byte[] bytes, int offset, int count) =>
        await socket.ReceiveAsync(new ArraySegment<byte>(bytes, offset, count), SocketFlags.None);

    private static async ValueTask<int> SendSomeAsync(Socket socket, ArraySegment<byte> bytes) => await socket.SendAsync(bytes, SocketFlags.None);
#endif

    public static async ValueTask SendAllAsync(this Socket socket, ArraySegment<byte> bytes)
    {
        while (bytes.Count > 0)
        {
            var sent = await SendSomeAsync(socket, bytes);
            bytes = new ArraySegment<byte>(bytes.Array!, bytes.Offset + sent, bytes.Count - sent);
        }
    }

    /// <summary>Ends the connection by RST, as a crashed server or a dropped route does, and not by an orderly end.</summary>
    public static void Reset(this Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}

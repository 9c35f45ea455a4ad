using System.Text;

namespace Chatalo.Qr;

/// <summary>What the console of this process can show.</summary>
internal static class QrConsole
{
    /// <summary>Whether its encoding has the half blocks; old code pages such as 1252 have not.</summary>
    public static bool HasBlocks
    {
        get
        {
            try
            {
                const string Blocks = "\u2580\u2584\u2588";
                var encoding = Console.OutputEncoding;
                return encoding.GetString(encoding.GetBytes(Blocks)) == Blocks;
            }
            catch (Exception e) when (e is IOException or PlatformNotSupportedException or EncoderFallbackException)
            {
                return false;
            }
        }
    }
}

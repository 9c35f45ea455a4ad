using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>
/// An input of a list that is not sent: refused, or a recipient for the second time. It is recorded so that the campaign shows everyone who got nothing.
/// <para>
/// A refused input with a valid recipient has the recipient's own row, until a message to him takes its place. Without a valid recipient an input is
/// known by what stood in place of the number, and by how many inputs of the list had the same there before it; a repeated one by its recipient, counted
/// in the same way. So the same list again finds the same rows.
/// </para>
/// </summary>
/// <param name="Recipient">The recipient; null where there is no valid one.</param>
/// <param name="Given">What stood in place of the number.</param>
/// <param name="Occurrence">Which of the inputs of the list that look alike it is, from 1.</param>
/// <param name="Result">What became of it.</param>
internal sealed record UnsentInput(Recipient? Recipient, string Given, int Occurrence, SendResult Result)
{
    // An index of PostgreSQL takes no more than some 2,700 bytes.
    private const int LongestKey = 200;

    /// <summary>Whether the recipient was in the list before.</summary>
    public bool IsRepeated => Result.Outcome == SendOutcome.Skipped;

    /// <summary>The row's key in the column that holds recipients: no number and no group's id looks like it.</summary>
    public string Key => string.Format(CultureInfo.InvariantCulture, "{0}{1}:{2}", IsRepeated ? "again" : "refused", Occurrence, Short(Recipient?.Person ?? Given));

    /// <summary>A text that a key may hold whole, or its beginning and a hash of it all.</summary>
    private static string Short(string text)
    {
        if (text.Length <= LongestKey)
        {
            return text;
        }

        using var hash = SHA256.Create();
        return text.Substring(0, LongestKey / 2) + BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

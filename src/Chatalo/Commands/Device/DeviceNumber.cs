using Chatalo.Contacts;

namespace Chatalo.Commands;

/// <summary>A device's number goes out in two parts: country code and the rest.</summary>
internal static class DeviceNumber
{
    public static (string CountryCode, string Number) Split(string number, string? countryCode, Session session)
    {
        if (countryCode is null)
        {
            return PhoneNumberNormalizer.Split(RecipientNumber.Parse(number, null, session.DefaultRegion));
        }

        var code = countryCode.TrimStart('+');
        var digits = new string(number.Where(char.IsDigit).ToArray());
        var national = number.TrimStart().StartsWith("+", StringComparison.Ordinal) && digits.StartsWith(code, StringComparison.Ordinal)
            ? digits.Substring(code.Length)
            : digits.TrimStart('0');
        return national.Length is >= 4 and <= 14
            ? (code, national)
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{number}' is not a number in the country +{code}.");
    }

    /// <summary>The two parts of a number as the gateway gives it back.</summary>
    public static (string CountryCode, string Number) SplitJoined(string? joined, string device)
    {
        if (string.IsNullOrWhiteSpace(joined))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The gateway has no number for {device}, and wants one with every change.", "Give -Number too.");
        }

        try
        {
            return PhoneNumberNormalizer.Split(joined!.Trim().TrimStart('+'));
        }
        catch (FormatException e)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"The gateway's number for {device} cannot be sent back to it: {e.Message}", "Give -Number too.", innerException: e);
        }
    }
}

using System.Text.RegularExpressions;

namespace Chatalo.Contacts;

/// <summary>
/// Brazil's <c>(0xx11) 3456-7890</c>: the letters stand for the two digits of the carrier that the caller chooses, between the 0 and the area
/// code. They are no part of the number and hide no digit of it. Everywhere else letters within digits are a mask.
/// </summary>
internal static class CarrierMask
{
    private static readonly Regex Written = new("^(?<head>[^0-9]*0)[ -]?(?:[xX]{2}|\\*\\*)[ -]?(?=\\(?[1-9][0-9])", RegexOptions.CultureInvariant);

    public static string Drop(string text, string region) => region == "BR" ? Written.Replace(text, "${head}") : text;
}

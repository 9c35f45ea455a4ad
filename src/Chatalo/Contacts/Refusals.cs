using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>Why a text is not taken for a number, each with the advice that is true for it: the rest of a sentence after the input.</summary>
internal static class Refusals
{
    public const string Masked = "is masked or cut off; give the whole number in digits.";

    public const string LettersInside = "has letters in it; give the whole number in digits.";

    public const string WordsInside = "has words between its digits; give one number, and nothing else with digits.";

    public const string LetterForDigit = "has a letter where a digit belongs, such as the letter O for a zero; type the digit.";

    public const string Extension = "has an extension, and no WhatsApp account has one; give the number of the person alone.";

    public const string SeveralNumbers = "holds more than one number; put each on a row of its own.";

    public const string DigitsBeside = "has other digits beside the number; give the number alone.";

    public const string DigitsInFront = "has other digits in front of the number, such as the number of a list; give the number alone.";

    public const string DigitsBehind = "has more digits behind a whole number, such as a second line or an extension; give one number alone.";

    public const string Price = "looks like a price, not a phone number; check which column holds the number.";

    public const string Negative = "is a negative number, not a phone number; check which column holds the number.";

    public const string Date = "looks like a date, not a phone number; check which column holds the number, or write it with + and country code.";

    public const string Hours = "looks like times of a day, not a phone number; check which column holds the number, or write it with + and country code.";

    public const string WithoutTrunk = "may lack its area code, or the digit in front of it; write it with both, or with + and country code.";

    public const string NationalId = "looks like the number of an identity card or a tax number, not a phone number; check which column holds the number, or write it with + and country code.";

    public const string Dummy = "looks like a number that was made up (all digits the same, counted up, or zeros); give the real one.";

    public const string Scientific = "is in scientific notation and has lost digits; format the column as text and fill in the numbers again.";

    public const string LostDigits = "is a number that has not kept all its digits; format the column as text and fill in the numbers again.";

    public const string NetworkAddress = "looks like a network address, not a phone number; check which column holds the number.";

    public const string Fraction = "looks like a number with a fraction, such as a coordinate, not a phone number; check which column holds the number, or write it with + and country code.";

    public const string BrokenUp = "has a mark between its digits that no phone number has, such as a line break or a semicolon; give one number in digits.";

    public const string TwoReadings = "can be read as two different numbers; write it with + and country code.";

    public static string NotNational(string region) => $"does not fit region {region}; check the digits. A number of another country needs its + and country code, a list of another country Connect-Chatalo -DefaultRegion.";

    public static string OtherThing(string word) => $"says '{word}', which is not a phone number that WhatsApp can have; check which column holds the number.";

    public static string BadCharacter(string text, int at)
    {
        var c = text[at];
        var shown = char.IsControl(c) || char.IsSurrogate(c) || c == WrittenText.Unreadable
            ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
            : c.ToString();
        return $"has a character that no phone number has ('{shown}'); give the number in digits.";
    }
}

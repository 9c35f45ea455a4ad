namespace Chatalo.Contacts;

/// <summary>The check digits of identity and tax numbers, by which they are told from phone numbers of the same length. All take ASCII digits of the right length.</summary>
internal static class CheckDigits
{
    // The tables of Verhoeff's method (1969): the products of the dihedral group D5, and the permutation of each place.
    private const string Products = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private const string Permutations = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>ISO/IEC 7812-1, annex B: cards, Dominican cédulas, Italian VAT numbers.</summary>
    public static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = At(digits, digits.Length - 1 - i) * (1 + (i % 2));
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    /// <summary>Verhoeff's method: India's Aadhaar.</summary>
    public static bool IsVerhoeff(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var permuted = At(Permutations, (10 * (i % 8)) + At(digits, digits.Length - 1 - i));
            check = At(Products, (10 * check) + permuted);
        }

        return check == 0;
    }

    /// <summary>ISO/IEC 7064, MOD 11,10: Germany's Steuer-ID, Croatia's OIB.</summary>
    public static bool IsMod11And10(string digits)
    {
        var check = 10;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var sum = (check + At(digits, i)) % 10;
            check = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (11 - check) % 10 == At(digits, digits.Length - 1);
    }

    /// <summary>Whether the last of the digits that the weights and it take is the weighted sum of the others, subtracted from 11: ten and eleven become 0 and 1, or both 0.</summary>
    /// <param name="digits">The number.</param>
    /// <param name="weights">One weight for each digit but the check digit.</param>
    /// <param name="foldToZero">Whether a check of 10 or 11 is written 0; otherwise its last digit is.</param>
    public static bool IsMod11(string digits, int[] weights, bool foldToZero)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * At(digits, i);
        }

        var check = 11 - (sum % 11);
        return (check < 10 ? check : foldToZero ? 0 : check - 10) == At(digits, weights.Length);
    }

    /// <summary>Turkey's kimlik number (law 5490).</summary>
    public static bool IsTurkish(string digits)
    {
        int odd = 0, even = 0;
        for (var i = 0; i < 9; i++)
        {
            (odd, even) = i % 2 == 0 ? (odd + At(digits, i), even) : (odd, even + At(digits, i));
        }

        var tenth = ((((7 * odd) - even) % 10) + 10) % 10;
        return tenth == At(digits, 9) && (odd + even + tenth) % 10 == At(digits, 10);
    }

    /// <summary>Australia's ABN: one is subtracted from the first digit, and the weighted sum is a multiple of 89.</summary>
    public static bool IsAustralian(string digits)
    {
        var sum = 10 * (At(digits, 0) - 1);
        for (var i = 1; i < digits.Length; i++)
        {
            sum += ((2 * i) - 1) * At(digits, i);
        }

        return sum % 89 == 0;
    }

    private static int At(string digits, int index) => digits[index] - '0';
}

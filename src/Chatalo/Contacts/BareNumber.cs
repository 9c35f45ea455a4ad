namespace Chatalo.Contacts;

/// <summary>
/// Reads digits that stand alone, without plus and without separators.
/// <para>
/// In this order they are: the region's own country code and a mobile number; a number of the region, with or without its trunk prefix; a number
/// behind an international prefix; the own country code and another number; a mobile number of another country with its code. Where a national
/// number is also a mobile number of another country, the national reading stays and the other is the result's alternative; only a fixed line that
/// lost its zero, where people write the zero, gives way to it (<c>6591234567</c> in ID).
/// </para>
/// <para>
/// Digits that fit only another country's plan are a usual form in lists of other programs (<c>6591234567</c> in ID), and also what identity
/// numbers, account numbers and mistyped national numbers look like. They are taken only when all of this holds: they are a mobile number of
/// that country exactly as they stand; there are at least ten; they are not a date; they are not as long as a national mobile number of the region and
/// begin like one (a typing error); they are not an identity or tax number of the region's people (Brazil's CPF has eleven digits, which as
/// +1 are nearly always "valid"; <see cref="IdentityNumbers"/>); and without their last one or two digits they are not a mobile number of the region, nor a fixed line where no zero is written (digits too many).
/// Otherwise they are refused: a plus says what is meant.
/// </para>
/// </summary>
internal static class BareNumber
{
    private const int ShortestForeign = 10;

    // Fewer digits are a year, an amount or a number within the house before they are a fixed line.
    private const int ShortestLine = 6;

    public static ReadOutcome Read(string digits, RegionPlan? plan)
    {
        if (DummyDigits.IsRepeated(digits) || DummyDigits.IsCountedUp(digits))
        {
            return ReadOutcome.Refuse(Refusals.Dummy);
        }

        var isIdentity = IdentityNumbers.IsOne(digits, plan);
        if (isIdentity && digits.StartsWith(plan!.Code + "0", StringComparison.Ordinal))
        {
            return ReadOutcome.Refuse(Refusals.NationalId);
        }

        var own = Own(digits, plan, isIdentity);
        if (own is { IsMobile: true })
        {
            return ReadOutcome.Accept(own.Value);
        }

        if (DummyDigits.IsDate(digits))
        {
            return ReadOutcome.Refuse(Refusals.Date);
        }

        var national = plan is null ? null : PlanReader.National(digits, plan);
        if (national is { IsMobile: false } && digits.Length < ShortestLine)
        {
            return ReadOutcome.None;
        }

        var isDoubtful = national is not null && !PlanReader.IsShortOwn(digits, national.Value, plan!) && LineWithoutTrunk.IsDoubtful(digits, national.Value, plan!);
        national = isDoubtful ? null : national;
        if (national is { IsMobile: false } && DummyDigits.LooksMadeUp(digits))
        {
            return ReadOutcome.Refuse(Refusals.Dummy);
        }

        if (national is not null && own is null && PlanReader.IsShortOwn(digits, national.Value, plan!))
        {
            return ReadOutcome.None;
        }

        if (isIdentity && own is null && national is not { IsMobile: true })
        {
            return national is not null && (digits[0] == '0' || plan!.Trunk.Length == 0) ? ReadOutcome.Accept(national.Value) : ReadOutcome.Refuse(Refusals.NationalId);
        }

        if (digits[0] == '0')
        {
            return ReadWithZero(digits, plan, national, own);
        }

        var foreign = Foreign(digits, plan);
        if (national is not null)
        {
            // A fixed line without its zero is rarer than the number of a mobile abroad; where nobody writes the zero it is not.
            return own is not null && !national.Value.IsMobile ? ReadOutcome.Accept(own.Value, national)
                : foreign is not null && !national.Value.IsMobile && PhoneLibrary.IsTrunkWritten(national.Value) ? ReadOutcome.Accept(foreign.Value, national)
                : ReadOutcome.Accept(national.Value, own ?? foreign);
        }

        if (own is not null)
        {
            return ReadOutcome.Accept(own.Value);
        }

        var dialled = PlanReader.Dialled(digits, plan);
        return dialled.Count == 1 ? ReadOutcome.Accept(dialled[0].Reading)
            : foreign is null ? isDoubtful ? ReadOutcome.Refuse(Refusals.WithoutTrunk) : ReadOutcome.None
            : plan is not null && IsMistakenNational(digits, foreign.Value, plan) ? ReadOutcome.Refuse(Refusals.NotNational(plan.Region))
            : ReadOutcome.Accept(foreign.Value);
    }

    private static ReadOutcome ReadWithZero(string digits, RegionPlan? plan, NumberReading? national, NumberReading? own)
    {
        if (national is { IsMobile: true })
        {
            return ReadOutcome.Accept(national.Value);
        }

        var dialled = PlanReader.Dialled(digits, plan);
        var all = dialled.Select(found => (NumberReading?)found.Reading).Concat([national, own]).OfType<NumberReading>().Select(reading => reading.Digits).Distinct().ToList();
        return all.Count switch
        {
            0 => ReadOutcome.None,
            1 => ReadOutcome.Accept(national ?? own ?? dialled[0].Reading),
            _ => ReadOutcome.Refuse(Refusals.TwoReadings),
        };
    }

    // 062812… happens too: a zero put before the country code.
    private static NumberReading? Own(string digits, RegionPlan? plan, bool isIdentity)
    {
        var unprefixed = digits[0] == '0' ? digits.TrimStart('0') : digits;
        return plan is not null && digits.Length - unprefixed.Length < 2 && unprefixed.StartsWith(plan.Code, StringComparison.Ordinal) && unprefixed.Length > plan.Code.Length
            && !(isIdentity && unprefixed.Length < digits.Length)
            && PlanReader.International(unprefixed) is { } reading && (unprefixed.Length == digits.Length || IsAsWritten(unprefixed, reading))
            ? reading
            : null;
    }

    private static NumberReading? Foreign(string digits, RegionPlan? plan) =>
        digits.Length >= ShortestForeign && (plan is null || !digits.StartsWith(plan.Code, StringComparison.Ordinal))
        && PlanReader.International(digits) is { IsMobile: true } reading && IsAsWritten(digits, reading)
            ? reading
            : null;

    private static bool IsAsWritten(string digits, NumberReading reading) => reading.Digits == digits || WhatsAppNumberRules.ToAccount(reading) == digits;

    private static bool IsMistakenNational(string digits, NumberReading foreign, RegionPlan plan)
    {
        if (foreign.CountryCode == 1 && IsNational(digits, 1, plan, mobileOnly: false))
        {
            return true;
        }

        // Two digits more than a number of its own is also how long the region's numbers are with a country code: 971501234567 in IN.
        var isCoded = plan.Code.Length == 2 && foreign.CountryCode > 99;
        return MobileShape.Of(plan).Fits(digits) || IsNational(digits, 1, plan, mobileOnly: true) || (!isCoded && IsNational(digits, 2, plan, mobileOnly: true));
    }

    private static bool IsNational(string digits, int tooMany, RegionPlan plan, bool mobileOnly) =>
        PlanReader.National(digits.Substring(0, digits.Length - tooMany), plan) is { } reading && (!mobileOnly || reading.IsMobile || !PhoneLibrary.IsTrunkWritten(reading));
}

namespace Chatalo.Contacts;

/// <summary>
/// Reads a text as one phone number: out of its link, into groups, past its labels, by the plans. Each step is a class of its own; here is their order.
/// </summary>
internal static class NumberReader
{
    private const int DoubtfulZeros = 6;

    /// <param name="text">What was written.</param>
    /// <param name="region">The region of numbers without country code, upper case; one that does not exist is named in the refusal.</param>
    public static NumberResult Read(string text, string region)
    {
        var link = NumberLink.Unwrap(text);
        if (link.Refusal is not null)
        {
            return Refuse(text, link.Refusal);
        }

        if (SpreadsheetNumber.IsScientific(link.Text))
        {
            return Refuse(text, Refusals.Scientific);
        }

        var written = DigitScanner.Scan(CarrierMask.Drop(SpreadsheetNumber.Undo(link.Text), region), link.IsInternational, out var refusal);
        refusal ??= LabelText.Judge(written!);
        if (refusal is not null)
        {
            return Refuse(text, refusal);
        }

        var plan = PhoneLibrary.GetPlan(region);
        var isBare = written!.Groups.Count == 1 && !written.IsInternational;
        var outcome = isBare ? BareNumber.Read(written.Digits, plan) : GroupedNumber.Read(written, plan);
        if (outcome.Reading is { } reading)
        {
            if (!(written.IsInternational && written.IsCompact) && PlanReader.HasDoubtfulZero(reading))
            {
                return Refuse(text, Refusals.TwoReadings);
            }

            return Accept(text, written, reading, outcome.Alternative, isBare);
        }

        if (outcome.Refusal is null && written is { IsInternational: true, IsCompact: true } && PhoneLibrary.IsPossible(WhatsAppNumberRules.ToPlan(written.Digits), out _))
        {
            return NumberResult.Accept(written.Digits);
        }

        return Refuse(text, outcome.Refusal ?? Misfit.Explain(written, plan, region));
    }

    private static NumberResult Accept(string text, ScannedDigits written, NumberReading reading, NumberReading? alternative, bool isBare)
    {
        var digits = WhatsAppNumberRules.ToAccount(reading);
        var zeros = isBare ? DummyDigits.CountEndZeros(written.Digits) : 0;
        var doubt = zeros < DoubtfulZeros ? null : $"{InputQuote.Of(text)} ends in {zeros} zeros: a spreadsheet may have replaced the digits there. Compare it with its source.";

        // A list of a million numbers that are written as the gateway wants them is kept once, not twice.
        return NumberResult.Accept(text == digits ? text : digits, alternative is { } other ? WhatsAppNumberRules.ToAccount(other) : null, doubt);
    }

    private static NumberResult Refuse(string text, string reason) => NumberResult.Refuse($"{InputQuote.Of(text)} {reason}");
}

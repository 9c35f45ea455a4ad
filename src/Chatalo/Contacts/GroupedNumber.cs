namespace Chatalo.Contacts;

/// <summary>
/// Reads digits that are written in groups, or with a plus.
/// <para>
/// First the parts are asked: marks that are never within a number (<c>; | &amp;</c>, a line break, a second plus) cut the text, and every part must
/// be the same number. Within a part the digits are one number when all of them together are one of the region (or, behind a plus or an
/// international prefix, of its country) and no shorter run of groups is a number that something else was put beside. Without plus the text is
/// never tried as another country's.
/// </para>
/// </summary>
internal sealed class GroupedNumber
{
    // What is shorter is no number of a person, though some countries have services of five digits.
    private const int ShortestPart = 6;

    private readonly ScannedDigits _text;
    private readonly RegionPlan? _plan;

    private GroupedNumber(ScannedDigits text, RegionPlan? plan)
    {
        _text = text;
        _plan = plan;
    }

    public static ReadOutcome Read(ScannedDigits text, RegionPlan? plan)
    {
        if (!text.IsInternational && WrittenForm.Judge(text) is { } refusal)
        {
            return ReadOutcome.Refuse(refusal);
        }

        return new GroupedNumber(text, plan).ReadParts();
    }

    private ReadOutcome ReadParts()
    {
        var from = 0;
        ReadOutcome? first = null;
        var parts = 0;
        var numbers = 0;
        for (var to = 1; to <= _text.Groups.Count; to++)
        {
            if (to < _text.Groups.Count && _text.Groups[to].Before < Separator.Break)
            {
                continue;
            }

            var part = ReadPart(from, to);
            if (part.Reading is not null && first?.Reading is not null && part.Reading.Value.Digits != first.Value.Reading.Value.Digits)
            {
                return ReadOutcome.Refuse(Refusals.SeveralNumbers);
            }

            numbers += part.Reading is null ? 0 : 1;
            first = first?.Reading is null ? part : first;
            parts++;
            from = to;
        }

        return parts == numbers || parts == 1 ? first!.Value
            : numbers == 0 ? ReadOutcome.Refuse(Refusals.BrokenUp)
            : ReadOutcome.Refuse(_text.Groups[0].Length < 4 ? Refusals.DigitsInFront : Refusals.DigitsBehind);
    }

    private ReadOutcome ReadPart(int from, int to)
    {
        if (FindRepeat(from, to) is var repeat and > 0)
        {
            return ReadPart(from, repeat);
        }

        var whole = ReadRun(from, to);
        for (var cut = from + 1; cut < to; cut++)
        {
            var front = ReadPlain(from, cut);
            var isMarked = cut == from + 1 && !_text.Groups[from].Opens && _text.Groups[cut].Gap.StartsWith(")", StringComparison.Ordinal);
            var isListNumber = isMarked || (cut == from + 1 && !IsAnchored(from) && _text.Groups[from].Length <= (_text.Groups[from].IsBracketed ? 1 : 2));
            var behind = front is not null || IsAnchored(cut) || isListNumber ? ReadPlain(cut, to) : null;
            if (front is not null && behind is not null && (IsAnchored(cut) || _text.Groups[cut].Before >= Separator.Bracket))
            {
                return front.Value.Digits == behind.Value.Digits ? ReadOutcome.Accept(front.Value) : ReadOutcome.Refuse(Refusals.SeveralNumbers);
            }

            if (front is not null && (whole.Reading is null || !NumberShape.IsOneNumber(_text, from, cut, to, whole.Reading.Value)))
            {
                return ReadOutcome.Refuse(Refusals.DigitsBehind);
            }

            if (behind is not null && (IsAnchored(cut) || isListNumber) && (isMarked || !IsAnchored(from)) && !IsCode(from, cut)
                && !(whole.Reading is { } one && (IsSamePerson(one, behind.Value) || NumberShape.IsWhole(_text, from, to, one) || (!behind.Value.IsMobile && IsPrefixed(from, to, one)))))
            {
                return ReadOutcome.Refuse(Refusals.DigitsInFront);
            }
        }

        if (whole.Reading is not { } number)
        {
            return whole;
        }

        return WrittenForm.JudgeSlashes(_text, from, to) is { } refusal ? ReadOutcome.Refuse(refusal)
            : _text.IsInternational || NumberShape.IsWrittenAsUsual(_text, from, to, number) ? whole
            : WrittenForm.IsFraction(_text, _plan) ? ReadOutcome.Refuse(Refusals.Fraction)
            : WrittenForm.IsAddress(_text) ? ReadOutcome.Refuse(Refusals.NetworkAddress)
            : WrittenForm.HasShortEnd(_text, from, to) ? ReadOutcome.Refuse(Refusals.DigitsBehind)
            : whole;
    }

    // 021 2546 8225 / 021 2546 8225, +598 2132 2290 (2132 2290): the same number twice is one, whatever shorter number is in it.
    private int FindRepeat(int from, int to)
    {
        for (var cut = from + 1; cut < to; cut++)
        {
            if (_text.Groups[cut].Before >= Separator.Bracket && Length(from, cut) >= ShortestPart && Length(cut, to) >= ShortestPart
                && (_text.Run(from, cut) == _text.Run(cut, to) || (ReadRun(from, cut).Reading is { } front && ReadRun(cut, to).Reading is { } behind && front.Digits == behind.Digits)))
            {
                return cut;
            }
        }

        return 0;
    }

    // 6 012-345 6789 in MY: whether the 6 begins the country code or is the number of a list, the person is the same.
    private static bool IsSamePerson(NumberReading one, NumberReading other) => WhatsAppNumberRules.ToAccount(one) == WhatsAppNumberRules.ToAccount(other);

    // 312 06 73 500 in IT: three digits that an operator has begin a mobile number where no trunk prefix is written, though 06 73500 is a line in Rome.
    private bool IsPrefixed(int from, int to, NumberReading whole) =>
        _plan is { Trunk.Length: 0 } && whole.IsMobile && _text.Groups[from].Length == 3 && to - from > 2
        && Enumerable.Range(from + 1, to - from - 1).All(i => _text.Groups[i].Gap == _text.Groups[from + 1].Gap);

    private int Length(int from, int to) => _text.Groups[to - 1].End - _text.Groups[from].Start;

    // 47 81 56 23 in NO is a mobile number, though 47 is the country code as well.
    private NumberReading? ReadPlain(int from, int to)
    {
        if (Length(from, to) < ShortestPart)
        {
            return null;
        }

        var digits = _text.Run(from, to);
        var isInternational = (from == 0 && _text.IsInternational) || _text.Groups[from].Before == Separator.Plus;
        return isInternational || _plan is null || _text.Group(from) != _plan.Code
            ? PlanReader.Plain(digits, isInternational, _plan)
            : PlanReader.Plain(digits, isInternational: true, _plan) ?? PlanReader.Plain(digits, isInternational: false, _plan);
    }

    // With its own trunk prefix or plus a run of groups says by itself that a number begins.
    private bool IsAnchored(int group) =>
        (group == 0 && _text.IsInternational)
        || _text.Groups[group].Before == Separator.Plus
        || _text.Digits[_text.Groups[group].Start] == '0'
        || (_plan is { Trunk.Length: > 0 } && _text.Group(group).StartsWith(_plan.Trunk, StringComparison.Ordinal) && _text.Groups[group].Length <= 4);

    private bool IsCode(int from, int to) => _plan is not null && _text.Run(from, to) is var run && (run == _plan.Code || run == _plan.Trunk || run == "00" + _plan.Code);

    private ReadOutcome ReadRun(int from, int to)
    {
        var digits = _text.Run(from, to);
        if ((from == 0 && _text.IsInternational) || _text.Groups[from].Before == Separator.Plus)
        {
            return ReadInternational(from, to, digits);
        }

        var dialled = digits[0] is '0' or '8' or '1' or '9' ? PlanReader.Dialled(digits, _plan).FindAll(found => DialledNumber.IsWritten(_text, from, found.Prefix, found.Reading)) : [];
        var national = _plan is not null && WrittenForm.FitsNational(_text, from, to, _plan) ? PlanReader.National(digits, _plan) : null;
        var own = _plan is not null && digits.StartsWith(_plan.Code, StringComparison.Ordinal) && digits.Length > _plan.Code.Length
            ? ReadInternational(from, to, digits).Reading
            : null;
        if (dialled.Count > 0)
        {
            return national is null || dialled.Exists(found => found.Reading.Digits == national.Value.Digits)
                ? DialledNumber.Choose(_text, from, to, dialled)
                : ReadOutcome.Refuse(Refusals.TwoReadings);
        }

        if (national is null && _plan is not null && _text.Group(from) == "0" + _plan.Code && ReadInternational(from, to, digits.Substring(1)).Reading is { IsMobile: true } zeroed)
        {
            // 091 98765 43210 in IN.
            return ReadOutcome.Accept(zeroed);
        }

        return own is not null && (own.Value.IsMobile || national is null || _text.Group(from) == _plan!.Code) ? ReadOutcome.Accept(own.Value)
            : national is null || PlanReader.IsShortOwn(digits, national.Value, _plan!) ? ReadOutcome.None
            : WithAlternative(from, to, national.Value) is var outcome && outcome.Reading is not null && LineWithoutTrunk.IsDoubtful(_text, from, to, national.Value, _plan!)
            ? ReadOutcome.Refuse(Refusals.WithoutTrunk)
            : outcome;
    }

    // 852 5123 4567 in ID: a number without its zero, or one of Hong Kong. A fixed line without its zero is not sure enough.
    private ReadOutcome WithAlternative(int from, int to, NumberReading national)
    {
        var digits = _text.Run(from, to);
        if (digits[0] == '0' || PhoneLibrary.GetCallingCodeLength(digits) != _text.Groups[from].Length || _text.Groups[from].IsBracketed
            || PlanReader.International(digits) is not { IsMobile: true } foreign || foreign.Digits == national.Digits)
        {
            return ReadOutcome.Accept(national);
        }

        return national.IsMobile || !PhoneLibrary.IsTrunkWritten(national) ? ReadOutcome.Accept(national, foreign) : ReadOutcome.Refuse(Refusals.TwoReadings);
    }

    // +44 (0)20 …: the zero is for callers within the country. Where it is a part of the number (Italy's fixed lines), both are tried.
    private ReadOutcome ReadInternational(int from, int to, string digits)
    {
        var asWritten = WrittenForm.FitsInternational(_text, from, to, digits) ? PlanReader.International(digits) : null;
        var code = PhoneLibrary.GetCallingCodeLength(digits);
        for (var i = from + 1; i < to; i++)
        {
            var group = _text.Groups[i];
            if (group.Start - _text.Groups[from].Start == code && group is { IsBracketed: true, Length: 1 } && _text.Digits[group.Start] == '0')
            {
                var without = PlanReader.International(digits.Remove(code, 1));
                return without is null ? Outcome(asWritten)
                    : asWritten is null || asWritten.Value.Digits == without.Value.Digits ? ReadOutcome.Accept(without.Value)
                    : ReadOutcome.Refuse(Refusals.TwoReadings);
            }
        }

        return Outcome(asWritten);
    }

    private static ReadOutcome Outcome(NumberReading? reading) => reading is null ? ReadOutcome.None : ReadOutcome.Accept(reading.Value);
}

using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Totals;

/// <summary>A weight that depends on nothing but which of its journey's marks a touch is, and on counts over the journey: all touches that are no mark have the same.</summary>
/// <remarks>
/// A journey is then summed from its marks alone: each distinct one is a touch with a weight of its own, and so many touches are left. Written as expressions over a journey's
/// columns; what is known for certain is left out, so that rules that give nothing to other touches say so.
/// </remarks>
internal sealed class MarkedWeight
{
    private const string True = "true";
    private const string False = "false";
    private const string Nothing = "0e0";

    private readonly Marks _marks;
    private readonly Term _weight;
    private readonly List<Mark> _used = [];

    public MarkedWeight(Marks marks, Term weight)
    {
        (_marks, _weight) = (marks, weight);
        Find(weight);
        Rest = Term(weight, null);
    }

    /// <summary>The marks it asks for.</summary>
    public IReadOnlyList<Mark> Used => _used;

    /// <summary>The weight of a touch that is no mark.</summary>
    public string Rest { get; }

    /// <summary>Whether it gives something to touches that are no marks.</summary>
    public bool HasRest => Rest is not Nothing;

    /// <summary>How many touches are no marks.</summary>
    public string Others => _used.Count == 0 ? TermSql.Count : $"({TermSql.Count} - {string.Join(" - ", _used.Select(m => IsNew(m) is True ? "1" : $"({IsNew(m)})::DOUBLE"))})";

    /// <summary>What the touches of a journey weigh together.</summary>
    public string Sum => string.Join(" + ", _used.Select(m => IsNew(m) is True ? $"({At(m)})" : $"CASE WHEN {IsNew(m)} THEN {At(m)} ELSE {Nothing} END")
        .Concat(HasRest ? [$"CASE WHEN {Others} > 0 THEN {Others} * ({Rest}) ELSE {Nothing} END"] : []).DefaultIfEmpty(Nothing));

    /// <summary>The least that a touch of a journey weighs.</summary>
    public string Least => $"least({string.Join(", ", _used.Select(m => $"CASE WHEN {IsNew(m)} THEN {At(m)} END").Append($"CASE WHEN {Others} > 0 THEN {Rest} END"))})";

    /// <summary>Whether a weight is of this kind.</summary>
    public static bool CanWrite(Term weight) => weight switch
    {
        Constant or Leaf { Kind: LeafKind.Count } => true,
        CountWhere where => TermSql.IsOfChannel(where.Test) || CanWrite(where.Test),
        Arithmetic arithmetic => CanWrite(arithmetic.Left) && CanWrite(arithmetic.Right),
        Power power => CanWrite(power.Base) && CanWrite(power.Exponent),
        Choice choice => CanWrite(choice.Test) && CanWrite(choice.Then) && CanWrite(choice.Otherwise),
        _ => false,
    };

    /// <summary>The weight of a mark, in a journey that has it.</summary>
    public string At(Mark mark) => Term(_weight, mark);

    /// <summary>Whether a journey has a mark, and it is none of those before it.</summary>
    public string IsNew(Mark mark)
    {
        List<string> conditions = mark.Condition is null ? [] : [$"{mark.Column} IS NOT NULL"];
        conditions.AddRange(_used.TakeWhile(m => m != mark).Select(m => $"{mark.Column} IS DISTINCT FROM {m.Column}"));
        return conditions.Count == 0 ? True : $"({string.Join(" AND ", conditions)})";
    }

    private static bool CanWrite(Test test) => test switch
    {
        Comparison comparison => TermNeeds.EndOf(comparison) is not null || (CanWrite(comparison.Left) && CanWrite(comparison.Right)),
        LatestBeforeTest => true,
        LatestWhereTest where => TermSql.IsOfChannel(where.Test),
        Both both => CanWrite(both.Left) && CanWrite(both.Right),
        Either either => CanWrite(either.Left) && CanWrite(either.Right),
        Not not => CanWrite(not.Test),
        _ => false,
    };

    private void Find(Term term)
    {
        switch (term)
        {
            case CountWhere where when !TermSql.IsOfChannel(where.Test):
                Find(where.Test);
                break;
            case Arithmetic { Left: var left, Right: var right }:
                Find(left);
                Find(right);
                break;
            case Power { Base: var @base, Exponent: var exponent }:
                Find(@base);
                Find(exponent);
                break;
            case Choice choice:
                Find(choice.Test);
                Find(choice.Then);
                Find(choice.Otherwise);
                break;
            default:
                break;
        }
    }

    private void Find(Test test)
    {
        if (MarkOf(test) is { } mark)
        {
            if (!_used.Contains(mark))
            {
                _used.Add(mark);
            }

            return;
        }

        switch (test)
        {
            case Comparison { Left: var left, Right: var right }:
                Find(left);
                Find(right);
                break;
            case Both { Left: var left, Right: var right }:
                Find(left);
                Find(right);
                break;
            case Either { Left: var left, Right: var right }:
                Find(left);
                Find(right);
                break;
            case Not not:
                Find(not.Test);
                break;
            default:
                break;
        }
    }

    private Mark? MarkOf(Test test) => test switch
    {
        Comparison comparison when TermNeeds.EndOf(comparison) is { } end => _marks.At(end),
        LatestBeforeTest before => _marks.Before(before.Stage),
        LatestWhereTest where => _marks.LastWhere(where.Test),
        _ => null,
    };

    // Of a touch that is a mark; of one that is none where there is no mark.
    private string Term(Term term, Mark? touch) => term switch
    {
        Constant constant => TermSql.Number(constant.Value),
        Leaf => TermSql.Count,
        CountWhere where when TermSql.IsOfChannel(where.Test) => _marks.Count(where.Test),
        CountWhere where => Counted(where.Test),
        Arithmetic arithmetic => $"({Term(arithmetic.Left, touch)} {TermSql.Operator(arithmetic.Kind)} {Term(arithmetic.Right, touch)})",
        Power power => $"pow({Term(power.Base, touch)}, {Term(power.Exponent, touch)})",
        Choice choice => Choose(Test(choice.Test, touch), Term(choice.Then, touch), Term(choice.Otherwise, touch)),
        _ => throw new NotSupportedException($"A weight of marks has no {term.GetType().Name}."),
    };

    private string Test(Test test, Mark? touch)
    {
        if (MarkOf(test) is { } mark)
        {
            return touch is null ? False : touch == mark ? True : $"({touch.Column} IS NOT DISTINCT FROM {mark.Column})";
        }

        return test switch
        {
            Comparison comparison => $"({Term(comparison.Left, touch)} {TermSql.Operator(comparison.Kind)} {Term(comparison.Right, touch)})",
            Both both => And(Test(both.Left, touch), Test(both.Right, touch)),
            Either either => Not(And(Not(Test(either.Left, touch)), Not(Test(either.Right, touch)))),
            Not not => Not(Test(not.Test, touch)),
            _ => throw new NotSupportedException($"A weight of marks has no {test.GetType().Name}."),
        };
    }

    // How many of the journey's touches pass: its marks one by one, and all others together.
    private string Counted(Test test)
    {
        IEnumerable<string> parts = [.. _used.Select(m => Choose(And(IsNew(m), Test(test, m)), "1e0", Nothing)), Choose(Test(test, null), Others, Nothing)];
        return $"({string.Join(" + ", parts.Where(p => p is not Nothing).DefaultIfEmpty(Nothing))})";
    }

    private static string Choose(string test, string then, string otherwise) => test switch
    {
        True => then,
        False => otherwise,
        _ when string.Equals(then, otherwise, StringComparison.Ordinal) => then,
        _ => $"CASE WHEN {test} THEN {then} ELSE {otherwise} END",
    };

    private static string And(string left, string right) => (left, right) switch
    {
        (False, _) or (_, False) => False,
        (True, _) => right,
        (_, True) => left,
        _ => $"({left} AND {right})",
    };

    private static string Not(string test) => test switch
    {
        True => False,
        False => True,
        _ => $"(NOT {test})",
    };
}

namespace Merit.Scripting.Guards;

/// <summary>What of the base class library a script may use. One list, read twice: on the symbols a script names and on the metadata the compiler emitted.</summary>
/// <remarks>Names are those of metadata (<c>System.Collections.Generic.List`1</c>). Whatever is not listed is refused.</remarks>
internal static class AllowList
{
    private static readonly Members All = new(null, false);

    // No clock (a text read as a date takes from today what it does not say), no zone of this machine, no hash (it differs from run to run), no type objects, no
    // reflection: a script gives the same definitions everywhere.
    private static readonly Dictionary<string, Members> Types = With(
        new(StringComparer.Ordinal)
        {
            ["System.Object"] = Only(".ctor", "ToString", "Equals", "ReferenceEquals"),
            ["System.ValueType"] = Only("ToString", "Equals"),
            ["System.Enum"] = Only("ToString", "Equals", "CompareTo", "HasFlag"),
            ["System.String"] = Except("GetHashCode", "Intern", "IsInterned"),
            ["System.Convert"] = Except("ToDateTime", "ChangeType"),
            ["System.DateOnly"] = Except("Parse", "ParseExact", "TryParse", "TryParseExact"),
            ["System.DateTime"] = Except(
                "Now", "UtcNow", "Today", "Parse", "ParseExact", "TryParse", "TryParseExact", "IsDaylightSavingTime", "ToLocalTime", "ToUniversalTime",
                "FromFileTime", "FromFileTimeUtc", "ToFileTime", "ToFileTimeUtc"),
            ["System.Array"] = Only("Length", "Rank", "IndexOf", "Empty", "Sort", "Reverse", "Copy", "Clone", "GetLength", "GetEnumerator", "Fill"),
            ["System.Exception"] = Only(".ctor", "Message"),
            ["System.Globalization.CultureInfo"] = Only("InvariantCulture"),
            ["System.Collections.Generic.EqualityComparer`1"] = Only("Default", "Equals", "GetHashCode"),
        },
        [
            ("System.",
                "Void Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal Char Math "
                + "TimeOnly TimeSpan DateTimeKind DayOfWeek Nullable Nullable`1 Index Range IDisposable IComparable IComparable`1 IEquatable`1 IFormattable IFormatProvider "
                + "StringComparison StringSplitOptions StringComparer MidpointRounding ArgumentException ArgumentNullException ArgumentOutOfRangeException "
                + "InvalidOperationException NotSupportedException FormatException OverflowException DivideByZeroException Comparison`1 Predicate`1 Converter`2 "
                + "Tuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7 ValueTuple ValueTuple`1 ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7 ValueTuple`8 "
                + "Action Action`1 Action`2 Action`3 Action`4 Func`1 Func`2 Func`3 Func`4 Func`5 Func`6"),
            ("System.Text.", "StringBuilder"),
            ("System.Globalization.", "NumberStyles DateTimeStyles"),
            ("System.Collections.", "IEnumerable IEnumerator ICollection IList IDictionary IComparer IEqualityComparer IStructuralEquatable IStructuralComparable"),
            ("System.Collections.Generic.",
                "IEnumerable`1 IEnumerator`1 ICollection`1 IList`1 ISet`1 IDictionary`2 IReadOnlyCollection`1 IReadOnlyList`1 IReadOnlySet`1 IReadOnlyDictionary`2 "
                + "IComparer`1 IEqualityComparer`1 Comparer`1 KeyValuePair KeyValuePair`2 List`1 Dictionary`2 HashSet`1 SortedDictionary`2 SortedList`2 SortedSet`1 Queue`1 Stack`1 LinkedList`1 LinkedListNode`1"),
            ("System.Linq.", "Enumerable IGrouping`2 ILookup`2 Lookup`2 IOrderedEnumerable`1"),
        ]);

    // What the compiler writes by itself for lambdas, iterators, records, interpolated text and collection expressions.
    // A script that names any of these is refused by the symbol guard, which does not read this part.
    private static readonly Dictionary<string, Members> Emitted = With(
        new(StringComparer.Ordinal)
        {
            ["System.Object"] = Only("GetHashCode"),
            ["System.Type"] = Only("GetTypeFromHandle", "op_Equality", "op_Inequality"),
            ["System.RuntimeTypeHandle"] = Only(),
            ["System.RuntimeFieldHandle"] = Only(),
            ["System.Environment"] = Only("CurrentManagedThreadId"),
            ["System.Runtime.CompilerServices.RuntimeHelpers"] = Only("InitializeArray", "EnsureSufficientExecutionStack", "GetSubArray", "CreateSpan"),
            ["System.Runtime.CompilerServices.DefaultInterpolatedStringHandler"] = All,
            ["System.Runtime.CompilerServices.IsExternalInit"] = Only(),
            ["System.Runtime.InteropServices.CollectionsMarshal"] = Only("SetCount", "AsSpan"),
            ["System.Span`1"] = Except("GetPinnableReference"),
            ["System.ReadOnlySpan`1"] = Except("GetPinnableReference"),
            ["System.Array"] = Only("SetValue"),
            ["System.IndexOutOfRangeException"] = Only(".ctor"),
            ["System.MulticastDelegate"] = Only(".ctor"),
            ["System.IAsyncResult"] = Only(),
            ["System.AsyncCallback"] = Only(),
            ["System.MemoryExtensions"] = Only("AsSpan"),
        },
        [
            ("System.Runtime.CompilerServices.",
                "CompilationRelaxationsAttribute RuntimeCompatibilityAttribute CompilerGeneratedAttribute IteratorStateMachineAttribute "
                + "NullableAttribute NullableContextAttribute RefSafetyRulesAttribute IsReadOnlyAttribute TupleElementNamesAttribute InlineArrayAttribute ExtensionAttribute ParamCollectionAttribute RequiredMemberAttribute CallerFilePathAttribute CallerLineNumberAttribute"),
            ("System.Diagnostics.", "DebuggableAttribute DebuggableAttribute+DebuggingModes DebuggerHiddenAttribute DebuggerStepThroughAttribute DebuggerBrowsableAttribute DebuggerBrowsableState DebuggerDisplayAttribute"),
            ("System.", "ParamArrayAttribute AttributeUsageAttribute Attribute"),
        ]);

    /// <summary>Whether a script may name the type.</summary>
    public static bool Type(string name) => Find(Types, name) is not null;

    /// <summary>Whether a script may name the member. Accessors go by their property's name.</summary>
    public static bool Member(string type, string member) => Find(Types, type)?.Allows(member) == true;

    /// <summary>Whether compiled output may refer to the type.</summary>
    public static bool EmittedType(string name) => Type(name) || Find(Emitted, name) is not null;

    /// <summary>Whether compiled output may refer to the member.</summary>
    public static bool EmittedMember(string type, string member) => Member(type, member) || Find(Emitted, type)?.Allows(member) == true;

    // A type nested in an allowed one (List`1+Enumerator) is part of it.
    private static Members? Find(Dictionary<string, Members> types, string name)
    {
        if (types.TryGetValue(name, out var members))
        {
            return members;
        }

        var nested = name.IndexOf('+', StringComparison.Ordinal);
        return nested > 0 && types.ContainsKey(name[..nested]) ? All : null;
    }

    private static Dictionary<string, Members> With(Dictionary<string, Members> types, (string Space, string Names)[] spaces)
    {
        foreach (var (space, names) in spaces)
        {
            foreach (var name in names.Split(' '))
            {
                types[space + name] = All;
            }
        }

        return types;
    }

    private static Members Only(params string[] names) => new(names.ToHashSet(StringComparer.Ordinal), true);

    private static Members Except(params string[] names) => new(names.ToHashSet(StringComparer.Ordinal), false);

    private sealed record Members(HashSet<string>? Names, bool Listed)
    {
        public bool Allows(string member) => Names is null || Names.Contains(Plain(member)) == Listed;

        private static string Plain(string member) =>
            member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member[4..] : member;
    }
}

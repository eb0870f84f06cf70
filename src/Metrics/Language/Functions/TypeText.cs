namespace Merit.Metrics.Language;

/// <summary>C# types as people write them.</summary>
internal static class TypeText
{
    public static string Of(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Of(inner) + "?" : type.Name switch
    {
        nameof(String) => "string",
        nameof(Int32) => "int",
        nameof(Int64) => "long",
        nameof(Single) => "float",
        nameof(Double) => "double",
        nameof(Decimal) => "decimal",
        nameof(Boolean) => "bool",
        nameof(Object) => "object",
        var name => name,
    };
}

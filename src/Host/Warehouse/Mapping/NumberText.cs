using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>Reads numbers as people write them: <c>1.234,56</c>, <c>¥48,500</c>, <c>(1,200)</c>, <c>CNY 300</c>, <c>−5</c>. The engine's own cast is tried first.</summary>
internal static class NumberText
{
    private const string Signs = @"(?:CN¥|JP¥|US\$|HK\$|NT\$|[ACSR]\$|RMB|[A-Za-z]{3}|[¥$€£₹₩₽₺฿₫元円圆])";

    // Which currencies a sign may mean; a sign that is not here, or a code, means only itself.
    private static readonly (string Sign, string Currencies)[] Meanings =
    [
        ("¥", "'CNY', 'JPY'"), ("CN¥", "'CNY'"), ("RMB", "'CNY'"), ("元", "'CNY', 'TWD', 'HKD'"), ("圆", "'CNY'"), ("JP¥", "'JPY'"), ("円", "'JPY'"),
        ("$", "'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'"),
        ("US$", "'USD'"), ("HK$", "'HKD'"), ("NT$", "'TWD'"), ("A$", "'AUD'"), ("C$", "'CAD'"), ("S$", "'SGD'"), ("R$", "'BRL'"),
        ("€", "'EUR'"), ("£", "'GBP'"), ("₹", "'INR'"), ("₩", "'KRW'"), ("₽", "'RUB'"), ("₺", "'TRY'"), ("฿", "'THB'"), ("₫", "'VND'"),
    ];

    /// <summary>Whether the engine's own cast reads a text as people would: no <c>nan</c>, no <c>1_000</c>, and a point is a decimal point.</summary>
    public static string IsPlain(string text) => $"({text} < ':' AND NOT contains({text}, '_'))";

    /// <summary>The number's digits, sign and decimal point, or null where the text is no number.</summary>
    /// <param name="text">An expression for a text that is not null.</param>
    /// <param name="decimalSeparator">The separator before the fraction; the other one groups thousands, as do spaces and apostrophes.</param>
    public static string Digits(string text, char decimalSeparator)
    {
        var (point, group) = decimalSeparator == ',' ? (",", @"[.'’ ]") : (@"\.", "[,'’ ]");
        var grouped = $@"[-+]?(?:(?:\d+|\d{{1,3}}(?:{group}\d{{2,3}})*{group}\d{{3}})(?:{point}\d*)?|{point}\d+)";
        var digits = $"regexp_replace(bare, {SqlText.Text(group)}, '', 'g')";
        return SqlText.Let(
            Unsigned(text), "bare", $"CASE WHEN regexp_full_match(bare, {SqlText.Text(grouped)}) THEN {(decimalSeparator == ',' ? $"replace({digits}, ',', '.')" : digits)} END");
    }

    /// <summary>The text before a percent sign, or null where there is none.</summary>
    public static string BeforePercent(string text) => $"nullif(regexp_extract({Tidy(text)}, '^(.*?) ?%$', 1), '')";

    /// <summary>Whether the currency a text names, if it names one, is the row's.</summary>
    public static string IsIn(string text, string currency)
    {
        var sign = $"upper(regexp_extract({Tidy(text)}, {SqlText.Text(Signs)}))";
        var meanings = string.Concat(Meanings.Select(m => $" WHEN {SqlText.Text(m.Sign)} THEN {currency} IN ({m.Currencies})"));
        return SqlText.Let(sign, "sign", $"CASE sign WHEN '' THEN true{meanings} ELSE {currency} = sign END");
    }

    // One kind of minus, comma, point and blank, and none around the text.
    private static string Tidy(string text) => $@"trim(regexp_replace(translate({text}, '−–－，．￥％（）', '---,.¥%()'), '[\p{{Z}}\s]+', ' ', 'g'))";

    private static string Unsigned(string text)
    {
        var positive = $@"regexp_replace({Tidy(text)}, '^\((.*)\)$', '-\1')";
        var leading = $@"regexp_replace({positive}, {SqlText.Text($"^([-+]?) ?{Signs} ?")}, '\1')";
        return $@"regexp_replace(regexp_replace({leading}, {SqlText.Text($" ?{Signs}$")}, ''), '^([-+]) ', '\1')";
    }
}

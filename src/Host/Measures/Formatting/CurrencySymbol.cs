namespace Merit.Host.Measures.Formatting;

/// <summary>How a currency is written. A workspace has one, so that ¥ is never two.</summary>
internal static class CurrencySymbol
{
    /// <summary>The sign before the amount; the code and a space where there is none of its own.</summary>
    public static string Of(string currency) => currency switch
    {
        "CNY" or "JPY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "HKD" => "HK$",
        "TWD" => "NT$",
        "SGD" => "S$",
        "AUD" => "A$",
        "CAD" => "C$",
        "BRL" => "R$",
        "KRW" => "₩",
        "INR" => "₹",
        _ => currency + " ",
    };

    /// <summary>Decimals of its smallest coin.</summary>
    public static int Decimals(string currency) => currency is "JPY" or "KRW" or "VND" or "CLP" ? 0 : 2;
}

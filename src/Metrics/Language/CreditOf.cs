namespace Merit.Metrics.Language;

/// <summary>What an attributed measure shares out over the touches.</summary>
public enum CreditOf
{
    /// <summary>The conversions themselves.</summary>
    Conversions,

    /// <summary>New customers: conversions that are a customer's first sale.</summary>
    Customers,

    /// <summary>What the conversions brought.</summary>
    Revenue,

    /// <summary>What the conversions brought, less what was sold costs.</summary>
    Margin,
}

namespace Merit.Connectors.Http.Describing;

/// <summary>An API in words of YAML: keys are the properties in snake_case.</summary>
internal sealed class ApiDescription
{
    public string Address { get; set; } = "";

    public AuthenticationDescription Authentication { get; set; } = new();

    public SigningDescription? Signing { get; set; }

    public Dictionary<string, string> Headers { get; set; } = [];

    public RateDescription? Rate { get; set; }

    public RetryDescription Retry { get; set; } = new();

    public ErrorsDescription? Errors { get; set; }

    public Dictionary<string, StreamDescription> Streams { get; set; } = [];
}

/// <summary>How one signs in.</summary>
internal enum AuthenticationKind
{
    None,
    Key,
    Basic,
    ClientCredentials,
    RefreshToken,
}

/// <summary>Where a token or key goes.</summary>
internal sealed class AuthenticationDescription
{
    public AuthenticationKind Kind { get; set; }

    /// <summary>The header it goes into; the usual one unless it goes elsewhere.</summary>
    public string Header { get; set; } = "Authorization";

    /// <summary>What stands in the header before a token.</summary>
    public string Prefix { get; set; } = "Bearer ";

    /// <summary>Instead of a header: a parameter of the address.</summary>
    public string? Query { get; set; }

    /// <summary>Instead of a header: a field of the body, by its path.</summary>
    public string? Body { get; set; }

    /// <summary>The key.</summary>
    public string Value { get; set; } = "";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public string TokenAddress { get; set; } = "";

    /// <summary>What is sent for a token; by the kind unless given.</summary>
    public Dictionary<string, string> TokenRequest { get; set; } = [];

    /// <summary>Whether it is sent as JSON rather than as a form.</summary>
    public bool TokenRequestIsJson { get; set; }

    public string TokenField { get; set; } = "access_token";

    public string ExpiresField { get; set; } = "expires_in";
}

/// <summary>A signature over a text.</summary>
internal sealed class SigningDescription
{
    public string Secret { get; set; } = "";

    /// <summary>What is signed: {{method}}, {{path}}, {{body}}, {{now_s}}, {{now_ms}}, {{nonce}}, settings and secrets.</summary>
    public string Text { get; set; } = "";

    public string Header { get; set; } = "X-Signature";

    /// <summary>Whether it is written in base 64 rather than hexadecimal.</summary>
    public bool Base64 { get; set; }
}

/// <summary>So many requests in a time.</summary>
internal sealed class RateDescription
{
    public int Requests { get; set; } = 1;

    public double Seconds { get; set; } = 1;
}

/// <summary>What is tried again.</summary>
internal sealed class RetryDescription
{
    public int Attempts { get; set; } = 6;

    public List<int> Statuses { get; set; } = [408, 425, 429, 500, 502, 503, 504];

    /// <summary>The first wait, doubled each time, where the server names none.</summary>
    public double Seconds { get; set; } = 1;

    public double LongestSeconds { get; set; } = 120;

    /// <summary>How long an answer may take.</summary>
    public double TimeoutSeconds { get; set; } = 100;
}

/// <summary>How an answer of status 200 says that something is wrong, and how any answer says what.</summary>
internal sealed class ErrorsDescription
{
    /// <summary>Path of a code.</summary>
    public string? Code { get; set; }

    /// <summary>Codes that are fine; no code at all is fine too.</summary>
    public List<string> Fine { get; set; } = ["0"];

    /// <summary>Codes to try again after.</summary>
    public List<string> Retry { get; set; } = [];

    /// <summary>Codes that ask for a new token.</summary>
    public List<string> Expired { get; set; } = [];

    /// <summary>Path of what to tell.</summary>
    public string? Message { get; set; }
}

/// <summary>Something to read.</summary>
internal sealed class StreamDescription
{
    public string Method { get; set; } = "GET";

    public string Path { get; set; } = "";

    public Dictionary<string, string> Query { get; set; } = [];

    /// <summary>A JSON body, with templates in its texts.</summary>
    public object? Body { get; set; }

    /// <summary>Path of the records in an answer; the answer itself unless given.</summary>
    public string Records { get; set; } = "";

    public PagingDescription Paging { get; set; } = new();

    public List<string> Key { get; set; } = [];

    /// <summary>The column that grows with every change.</summary>
    public string? Cursor { get; set; }

    /// <summary>What {{from}} is in a full read.</summary>
    public string Start { get; set; } = "";

    public DatesDescription? Dates { get; set; }

    public Dictionary<string, FieldDescription> Fields { get; set; } = [];
}

/// <summary>How pages follow one another.</summary>
internal enum PagingKind
{
    None,
    Page,
    Offset,
    Cursor,
    NextLink,
    KeySet,
}

/// <summary>How to ask for the next page: {{page}}, {{offset}}, {{cursor}} or {{last}} of the request's templates.</summary>
internal sealed class PagingDescription
{
    public PagingKind Kind { get; set; }

    /// <summary>Number of the first page.</summary>
    public int First { get; set; } = 1;

    /// <summary>Records of a full page: a shorter one is the last.</summary>
    public int Size { get; set; } = 100;

    /// <summary>Path of the next page's cursor or address in an answer.</summary>
    public string Next { get; set; } = "";

    /// <summary>Path of what says whether there is more, where a page's length does not.</summary>
    public string? More { get; set; }

    /// <summary>The column whose last value {{last}} is.</summary>
    public string Column { get; set; } = "";

    /// <summary>How many records the API gives at most this way.</summary>
    public int? Limit { get; set; }
}

/// <summary>Reads days in slices: {{from}} and {{to}} of the request's templates.</summary>
internal sealed class DatesDescription
{
    /// <summary>The first day of all.</summary>
    public string First { get; set; } = "";

    /// <summary>Days of a slice.</summary>
    public int Days { get; set; } = 30;

    /// <summary>How many days back figures are still corrected.</summary>
    public int Restated { get; set; } = 3;

    /// <summary>The column with a row's day.</summary>
    public string Column { get; set; } = "";

    public string Format { get; set; } = "yyyy-MM-dd";
}

/// <summary>A column.</summary>
internal sealed class FieldDescription
{
    public string Path { get; set; } = "";

    public Merit.Plugins.Connectors.ValueKind Type { get; set; }

    /// <summary>How times are written: ISO 8601 unless given, epoch_s, epoch_ms, or a form such as yyyyMMdd.</summary>
    public string? Format { get; set; }

    /// <summary>What a decimal is divided by, such as 100 for cents.</summary>
    public decimal Divide { get; set; } = 1;
}

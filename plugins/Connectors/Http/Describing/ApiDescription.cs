namespace Merit.Connectors.Http.Describing;

/// <summary>An API in words of YAML: keys are the properties in snake_case.</summary>
internal sealed class ApiDescription
{
    /// <summary>What is described, for people.</summary>
    public string About { get; set; } = "";

    /// <summary>What a source sets; where any are named, others are mistakes.</summary>
    public Dictionary<string, SettingDescription> Settings { get; set; } = [];

    /// <summary>What a source keeps secret; where any are named, others are mistakes.</summary>
    public Dictionary<string, SettingDescription> Secrets { get; set; } = [];

    public string Address { get; set; } = "";

    public AuthenticationDescription Authentication { get; set; } = new();

    public SigningDescription? Signing { get; set; }

    public Dictionary<string, string> Headers { get; set; } = [];

    public RateDescription? Rate { get; set; }

    public RetryDescription Retry { get; set; } = new();

    public ErrorsDescription? Errors { get; set; }

    public Dictionary<string, StreamDescription> Streams { get; set; } = [];

    /// <summary>What 'merit test' tries.</summary>
    public List<TestDescription> Tests { get; set; } = [];
}

/// <summary>A value a source gives.</summary>
internal sealed class SettingDescription
{
    /// <summary>What it is, a phrase.</summary>
    public string Describe { get; set; } = "";

    /// <summary>What it is where a source does not say; without it, a source must.</summary>
    public string? Default { get; set; }

    /// <summary>The values there are; any, if none are named.</summary>
    public List<string> OneOf { get; set; } = [];

    /// <summary>A regular expression the whole value follows.</summary>
    public string? Pattern { get; set; }
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

    /// <summary>What is sent for a token; grant_type by the kind unless given, and left out where it fills to nothing.</summary>
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

    /// <summary>The longest wait; a server that asks for a longer one is not asked again.</summary>
    public double LongestSeconds { get; set; } = 120;

    /// <summary>How long an answer may take.</summary>
    public double TimeoutSeconds { get; set; } = 100;
}

/// <summary>How an answer of status 200 says that something is wrong, and how any answer says what.</summary>
internal sealed class ErrorsDescription
{
    /// <summary>Path of a code; several, divided by |, where codes stand at several places.</summary>
    public string? Code { get; set; }

    /// <summary>Codes that are fine; no code at all is fine too.</summary>
    public List<string> Fine { get; set; } = ["0"];

    /// <summary>Codes to try again after.</summary>
    public List<string> Retry { get; set; } = [];

    /// <summary>Codes that ask for a new token.</summary>
    public List<string> Expired { get; set; } = [];

    /// <summary>Codes that say that too much is asked at once: fewer days are.</summary>
    public List<string> Split { get; set; } = [];

    /// <summary>Path of what to tell.</summary>
    public string? Message { get; set; }

    /// <summary>Path of the seconds to wait before trying again, such as 30 or 30s.</summary>
    public string? Wait { get; set; }
}

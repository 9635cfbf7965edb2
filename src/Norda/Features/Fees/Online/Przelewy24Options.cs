namespace Norda.Features.Fees.Online;

/// <summary>The chamber's account at Przelewy24. Section Norda:Przelewy24; without all keys online payments are off.</summary>
public sealed class Przelewy24Options
{
    public const string Section = "Norda:Przelewy24";

    public int? MerchantId { get; set; }

    /// <summary>The shop; without it, the merchant's number.</summary>
    public int? PosId { get; set; }

    /// <summary>Key to the reports, with which calls sign in.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Goes into every signature.</summary>
    public string? Crc { get; set; }

    /// <summary>"production", "sandbox", or the address of another server with the same calls.</summary>
    public string Address { get; set; } = "production";

    public bool IsOn => MerchantId > 0 && !string.IsNullOrWhiteSpace(ApiKey) && !string.IsNullOrWhiteSpace(Crc);

    public int Shop => PosId ?? MerchantId ?? 0;

    /// <summary>Scheme and host.</summary>
    public string Origin => Address switch
    {
        "production" => "https://secure.przelewy24.pl",
        "sandbox" => "https://sandbox.przelewy24.pl",
        _ => Address.TrimEnd('/'),
    };

    /// <summary>All keys or none, and an address that does not send them in the clear over a network.</summary>
    public bool IsUsable => (IsOn || MerchantId is null && string.IsNullOrWhiteSpace(ApiKey) && string.IsNullOrWhiteSpace(Crc))
        && Uri.TryCreate(Origin, UriKind.Absolute, out var at) && at.AbsolutePath == "/" && (at.Scheme == Uri.UriSchemeHttps || at is { Scheme: "http", IsLoopback: true });
}

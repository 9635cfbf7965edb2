using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Norda.Features.Papers.Writing;

/// <summary>All that stands in a paper that was issued. It is kept as JSON and never read from anywhere else again.</summary>
public sealed record PaperContent
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>"NK 012/2026".</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }
    public required Party Issuer { get; init; }
    public required Party Recipient { get; init; }
    public int? MemberNumber { get; init; }
    public required IReadOnlyList<PaperLine> Lines { get; init; }
    public DateOnly? PayBy { get; init; }

    /// <summary>In groups, as people read it.</summary>
    public string? Account { get; init; }

    public string? TransferTitle { get; init; }

    /// <summary>Text of the QR code that fills in the transfer.</summary>
    public string? TransferCode { get; init; }

    /// <summary>Why a correction was made.</summary>
    public string? Reason { get; init; }

    /// <summary>Number and day of the paper that this one corrects or refers to.</summary>
    public string? Former { get; init; }

    public DateOnly? FormerOn { get; init; }

    [JsonIgnore]
    public decimal Total => Lines.Sum(l => l.Amount);

    [JsonIgnore]
    public decimal Paid => Lines.Sum(l => l.Paid);

    [JsonIgnore]
    public decimal Interest => Lines.Sum(l => l.Interest);

    [JsonIgnore]
    public decimal ToPay => Total - Paid + Interest;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null when the text is not the one that was issued.</summary>
    public static PaperContent? Read(string content, string hash) => HashOf(content) == hash ? JsonSerializer.Deserialize<PaperContent>(content, Json) : null;

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

/// <summary>One of the two sides of a paper.</summary>
public sealed record Party(string Name, string? Address, string? Nip);

/// <summary>One line: a fee, or below zero in a correction.</summary>
public sealed record PaperLine(string Text, DateOnly Due, decimal Amount, decimal Paid)
{
    public string? Basis { get; init; }

    /// <summary>Days after the term, in a demand.</summary>
    public int DaysLate { get; init; }

    public decimal Interest { get; init; }
}

using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;

namespace Norda.Features.Accounts.Providers;

/// <summary>What a provider said about the person, after its signature, issuer, audience and nonce were found right.</summary>
/// <param name="Issuer">With the subject it names the person for ever; an e-mail address may pass to somebody else.</param>
/// <param name="Email">Null when the provider does not vouch for it.</param>
public sealed record ProviderProof(string Provider, string Issuer, string Subject, string? Email, string? Name)
{
    /// <summary>Lengths of the columns of user_logins.</summary>
    private const int LongestIssuer = 100;
    private const int LongestSubject = 200;

    [JsonIgnore]
    public UserLoginInfo Login => new(Issuer, Subject, Provider);

    /// <returns>Null when the provider does not say who it is.</returns>
    public static ProviderProof? Of(string provider, ClaimsPrincipal? person)
    {
        var (issuer, subject) = (person?.FindFirstValue("iss"), person?.FindFirstValue("sub"));
        if (issuer is not { Length: > 0 and <= LongestIssuer } || subject is not { Length: > 0 and <= LongestSubject })
            return null;
        // Microsoft calls it xms_edov: the owner of the domain vouches for the address.
        var vouched = IsTrue(person!.FindFirstValue("email_verified")) || IsTrue(person!.FindFirstValue("xms_edov"));
        var email = vouched && Platform.Email.TryParse(person!.FindFirstValue("email") ?? "", out var known) ? known : null;
        return new ProviderProof(provider, issuer, subject, email, PlainText.Line(person!.FindFirstValue("name")));
    }

    private static bool IsTrue(string? claim) => claim is "1" || string.Equals(claim, "true", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody whom a provider vouches for and who has no account yet, on the way to the form that makes one.</summary>
public sealed class Newcomer(ShortMemory memory)
{
    private const string Cookie = "newcomer";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public void Remember(HttpContext http, ProviderProof proof) => memory.Remember(http, Cookie, JsonSerializer.Serialize(proof), Patience);

    public ProviderProof? Read(HttpContext http) => memory.Read(http, Cookie) is { } text ? JsonSerializer.Deserialize<ProviderProof>(text) : null;

    public void Forget(HttpContext http) => memory.Forget(http, Cookie);
}

/// <summary>Why a provider's word was not enough, as the address of the sign-in page says it.</summary>
public static class ProviderRefusal
{
    public const string Failed = "dostawca";
    public const string Unvouched = "adres";
    public const string Unproven = "konto";
    public const string Closed = "wylaczone";
    public const string Unlinked = "odlaczone";

    /// <returns>A key of the texts.</returns>
    public static string? TextOf(string? refusal) => refusal switch
    {
        Failed => "Logowanie u dostawcy się nie udało. Spróbuj jeszcze raz albo zaloguj się hasłem.",
        Unvouched => "Dostawca nie potwierdza Twojego adresu e-mail. Zaloguj się hasłem albo załóż konto formularzem.",
        Unproven => "Na ten adres czeka konto bez potwierdzonego adresu. Użyj „Nie pamiętam hasła”: list potwierdzi adres i ustawi nowe hasło.",
        Unlinked => "Ten serwis jest odłączony od Twojego konta. Zaloguj się inaczej; połączyć go ponownie pozwolisz na stronie konta.",
        Closed => "To konto jest zamknięte. Napisz do biura izby.",
        _ => null,
    };
}

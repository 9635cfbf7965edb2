using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Norda.Platform;

namespace Norda.Features.Accounts.Passwords;

/// <summary>Section Norda:BreachedPasswords. A service with the range API of Pwned Passwords, such as https://api.pwnedpasswords.com, without a key.</summary>
public sealed class BreachedPasswordsOptions
{
    public const string Section = "Norda:BreachedPasswords";

    /// <summary>Scheme and host; blank asks nobody.</summary>
    public string Address { get; set; } = "";
}

/// <summary>
/// What every new password passes: <see cref="PasswordRules"/>, then, where the chamber says so, a public list of stolen ones (ASVS 6.2.12).
/// The list is asked for the first five digits of the SHA-1 and never sees more; when it does not answer, the rules decide alone.
/// </summary>
public sealed class PasswordCheck(IHttpClientFactory clients, IOptions<BreachedPasswordsOptions> options, ILogger<PasswordCheck> log)
{
    private const string Name = "breached-passwords";
    private const int Prefix = 5;
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Configure(IServiceCollection services)
    {
        services.AddOptions<BreachedPasswordsOptions>().BindConfiguration(BreachedPasswordsOptions.Section).Validate(o => OutsideAddress.IsUsable(o.Address), "Norda:BreachedPasswords:Address: podaj adres https bez ścieżki albo nic.").ValidateOnStart();
        services.AddOutsideClient(Name, Patience, MostBytes);
        services.AddSingleton<PasswordCheck>();
    }

    /// <param name="own">Names and addresses of the person, which are no passwords.</param>
    /// <returns>Null when the password is good, else what is wrong and what to do.</returns>
    public async Task<Fault?> FaultOf(string password, bool hasSecondFactor, CancellationToken cancel, params IReadOnlyList<string?> own) =>
        PasswordRules.FaultOf(password, hasSecondFactor, own)
        ?? (await IsBreached(password, cancel) ? new Fault("To hasło wyciekło kiedyś z innego serwisu i jest na listach, które sprawdzają włamywacze. Ułóż inne, z kilku słów, które nic nie łączy.") : null);

    [SuppressMessage("Security", "CA5350", Justification = "The list is by SHA-1; nothing is kept or protected by it.")]
    private async Task<bool> IsBreached(string password, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Address))
            return false;
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri($"{options.Value.Address.TrimEnd('/')}/range/{hash[..Prefix]}"));
            question.Headers.Add("Add-Padding", "true"); // the size of the answer tells nothing
            using var answer = await clients.CreateClient(Name).SendAsync(question, cancel);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadAsStringAsync(cancel)).Split('\n', StringSplitOptions.TrimEntries).Any(line => IsFound(line, hash[Prefix..]));
        }
        catch (Exception fault) when (fault is HttpRequestException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("The list of breached passwords does not answer: {Reason}", fault.Message);
            return false;
        }
    }

    /// <summary>A line is the rest of a hash, a colon, and how often it was found; padding was found 0 times.</summary>
    private static bool IsFound(string line, string rest) => line.StartsWith(rest, StringComparison.OrdinalIgnoreCase) && line[rest.Length..] is [':', not '0', ..];
}

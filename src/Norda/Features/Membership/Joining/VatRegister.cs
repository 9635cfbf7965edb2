using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>Section Norda:VatRegister. The Ministry of Finance answers a hundred questions a day at https://wl-api.mf.gov.pl, without a key.</summary>
public sealed class VatRegisterOptions
{
    public const string Section = "Norda:VatRegister";

    /// <summary>Scheme and host; blank asks nobody.</summary>
    public string Address { get; set; } = "";
}

/// <summary>
/// The public register of VAT taxpayers (Wykaz podatników VAT, art. 96b of the VAT Act of 11 March 2004) fills in the firm of a declaration. It
/// is a convenience: whatever goes wrong there, the person types.
/// </summary>
public sealed partial class VatRegister(IHttpClientFactory clients, IOptions<VatRegisterOptions> options, TimeProvider clock, ILogger<VatRegister> log)
{
    private const string Name = "vat-register";
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly (string Full, string Short)[] Forms =
        [("spółka z ograniczoną odpowiedzialnością", "Sp. z o.o."), ("prosta spółka akcyjna", "P.S.A."), ("spółka komandytowo-akcyjna", "S.K.A."), ("spółka akcyjna", "S.A."), ("spółka komandytowa", "Sp.k."), ("spółka jawna", "Sp.j.")];

    private DateOnly? exhausted;

    public static void Configure(IServiceCollection services)
    {
        services.AddOptions<VatRegisterOptions>().BindConfiguration(VatRegisterOptions.Section).Validate(o => OutsideAddress.IsUsable(o.Address), "Norda:VatRegister:Address: podaj adres https bez ścieżki albo nic.").ValidateOnStart();
        services.AddOutsideClient(Name, Patience, MostBytes);
        services.AddSingleton<VatRegister>();
    }

    /// <param name="nip">Ten digits, checked.</param>
    /// <returns>Null when the register does not know the number, does not answer in time, or has answered enough for today.</returns>
    public async Task<FirmPart?> Find(string nip, CancellationToken cancel)
    {
        var today = clock.Today();
        if (string.IsNullOrWhiteSpace(options.Value.Address) || exhausted == today)
            return null;
        try
        {
            using var answer = await clients.CreateClient(Name).GetAsync(new Uri($"{options.Value.Address.TrimEnd('/')}/api/search/nip/{nip}?date={today:yyyy-MM-dd}"), cancel);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                exhausted = today;
            if (answer.IsSuccessStatusCode)
                return Read(await answer.Content.ReadFromJsonAsync<JsonElement>(cancel));
            log.LogWarning("The register of VAT taxpayers answers {Status}", (int)answer.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException || fault is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("The register of VAT taxpayers does not answer: {Reason}", fault.Message);
        }

        return null;
    }

    private static FirmPart? Read(JsonElement answer)
    {
        if (Part(answer, "result") is not { } result || Part(result, "subject") is not { } subject || Text(subject, "name", FirmPart.LongestLegalName) is not { } name)
            return null;
        var firm = new FirmPart { Name = Short(name), LegalName = name, Regon = Text(subject, "regon", FirmPart.LongestNumber), Krs = Text(subject, "krs", FirmPart.LongestNumber) };
        if ((Text(subject, "workingAddress", 500) ?? Text(subject, "residenceAddress", 500)) is { } address && Address().Match(address) is { Success: true } parts)
        {
            (firm.Street, firm.Building, firm.Unit) = (Titled(parts.Groups["street"].Value), parts.Groups["building"].Value, parts.Groups["unit"].Value is { Length: > 0 } unit ? unit : null);
            (firm.PostalCode, firm.Town) = (parts.Groups["code"].Value, Titled(parts.Groups["town"].Value));
        }

        return firm;
    }

    private static JsonElement? Part(JsonElement whole, string name) => whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement whole, string name, int longest) =>
        whole.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String && PlainText.Line(part.GetString()) is { Length: > 0 } text && text.Length <= longest ? text : null;

    /// <summary>The register writes in capitals: "PORTOWA SPÓŁKA JAWNA" is "Portowa Sp.j.".</summary>
    private static string Short(string name)
    {
        var brief = Titled(name);
        foreach (var (full, form) in Forms)
            brief = brief.Replace(full, form, StringComparison.OrdinalIgnoreCase);
        return brief[..Math.Min(brief.Length, FirmPart.LongestName)];
    }

    private static string Titled(string text) => text.Any(char.IsLower) ? text : CultureInfo.GetCultureInfo("pl-PL").TextInfo.ToTitleCase(text.ToLowerInvariant());

    /// <summary>"UL. PORTOWA 14A/3, 84-200 WEJHEROWO"; a village without streets has its own name there, or none.</summary>
    [GeneratedRegex(@"^(UL\.\s+|ULICA\s+)?(?<street>.*?)\s*(?<=\s|^)(?<building>\d[\w-]{0,9})(\s*(/|LOK\.|M\.)\s*(?<unit>\w{1,10}))?\s*,\s*(?<code>\d{2}-\d{3})\s+(?<town>.{1,100})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Address();
}

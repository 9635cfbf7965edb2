using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Directory.Profile;

/// <summary>Words for what a profile keeps as codes, dates and numbers.</summary>
public static class ProfileTexts
{
    // The day stays with its month at the end of a line.
    private const string NearDay = "d\u00A0MMMM";
    private const string FarDay = "d\u00A0MMMM yyyy";

    /// <summary>"spzoo+spk" is "spółka z ograniczoną odpowiedzialnością spółka komandytowa".</summary>
    public static string LegalFormInWords(this IStringLocalizer<Texts> texts, string code) => string.Join(' ', code.Split('+').Select(part => part switch
    {
        "jdg" => texts["jednoosobowa działalność gospodarcza"],
        "spzoo" => texts["spółka z ograniczoną odpowiedzialnością"],
        "psa" => texts["prosta spółka akcyjna"],
        "sa" => texts["spółka akcyjna"],
        "ska" => texts["spółka komandytowo-akcyjna"],
        "spk" => texts["spółka komandytowa"],
        "spj" => texts["spółka jawna"],
        "spp" => texts["spółka partnerska"],
        "sc" => texts["spółka cywilna"],
        "spoldzielnia" => texts["spółdzielnia"],
        "fundacja" => texts["fundacja"],
        "stowarzyszenie" => texts["stowarzyszenie"],
        _ => LegalForm.Display(part),
    }));

    public static string ContactLabel(this IStringLocalizer<Texts> texts, ContactGroup group) => group.Purpose ?? group.Lines[0].Type switch
    {
        "email" => texts["E-mail"],
        "fax" => texts["Faks"],
        "mobile" => texts["Komórka"],
        _ => texts["Telefon"],
    };

    /// <summary>"12 stycznia", with the year when it is not the present one.</summary>
    public static string Day(this DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? NearDay : FarDay, CultureInfo.CurrentCulture);

    public static string Day(this DateTime utc, DateOnly today) => DateOnly.FromDateTime(utc.ToWarsaw()).Day(today);

    /// <summary>When it holds until; a date that matters legally has its year.</summary>
    public static string FullDay(this DateOnly day) => day.ToString(FarDay, CultureInfo.CurrentCulture);

    /// <summary>25.11.Z for 2511Z.</summary>
    public static string PkdCode(string code) => code.Length == 5 ? $"{code[..2]}.{code[2..4]}.{code[4..]}" : code;

    /// <summary>Name of a network as it writes itself, and its icon.</summary>
    public static (string Name, string Icon) Network(string platform) => platform.ToUpperInvariant() switch
    {
        "FACEBOOK" => ("Facebook", "brand-facebook"),
        "INSTAGRAM" => ("Instagram", "brand-instagram"),
        "LINKEDIN" => ("LinkedIn", "brand-linkedin"),
        "YOUTUBE" => ("YouTube", "brand-youtube"),
        "X" or "TWITTER" => ("X", "brand-x"),
        _ => (platform, "world"),
    };

    /// <summary>For search engines and previews: the firm's own words, cut between words.</summary>
    public static string Summary(CompanyView firm)
    {
        var offer = string.Join(", ", firm.Services.Take(5).Select(s => s.Name));
        var text = firm.Short ?? (firm.Full is null ? null : MarkdownText.Plain(firm.Full.Split('\n')[0])) ?? string.Join(". ", new[] { firm.Name, firm.CategoryName, offer, firm.Address.Town }.Where(p => !string.IsNullOrEmpty(p)));
        const int Longest = 200;
        if (text.Length <= Longest)
            return text;
        var cut = text.LastIndexOf(' ', Longest);
        return text[..(cut > 0 ? cut : Longest)] + "…";
    }
}

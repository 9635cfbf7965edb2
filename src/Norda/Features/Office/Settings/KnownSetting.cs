using System.Collections.Frozen;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Norda.Features.Mail;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>A setting that may be saved in the browser. Nothing else is read from the table, whoever wrote it there.</summary>
/// <param name="IsSecret">Kept encrypted, and never shown again.</param>
public sealed record KnownSetting(string Key, Type Options, string Property, bool IsSecret = false)
{
    public const int Longest = 1000;

    public static readonly FrozenDictionary<string, KnownSetting> All = new[]
    {
        Chamber(nameof(ChamberOptions.Name)), Chamber(nameof(ChamberOptions.Owner)), Chamber(nameof(ChamberOptions.Phone)), Chamber(nameof(ChamberOptions.Email)),
        Chamber(nameof(ChamberOptions.Address)), Chamber(nameof(ChamberOptions.Nip)), Chamber(nameof(ChamberOptions.BankAccount)), Chamber(nameof(ChamberOptions.LegalName)), Chamber(nameof(ChamberOptions.TransferName)),
        Chamber(nameof(ChamberOptions.BrandHue)), Chamber(nameof(ChamberOptions.BrandChroma)), Chamber(nameof(ChamberOptions.AccentHue)),
        Chamber(nameof(ChamberOptions.Logo)), Chamber(nameof(ChamberOptions.ShareImage)),
        Mail(nameof(MailOptions.Host)), Mail(nameof(MailOptions.Port)), Mail(nameof(MailOptions.Security)), Mail(nameof(MailOptions.From)), Mail(nameof(MailOptions.User)),
        Mail(nameof(MailOptions.Password), isSecret: true),
    }.ToFrozenDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);

    public static string KeyOf(string section, string property) => $"{section}:{property}";

    /// <returns>Null when the value is one that the options take, else what is wrong in the words of their attributes.</returns>
    public string? FaultOf(string value)
    {
        if (value.Length > Longest)
            return "Ten tekst jest za długi: ma do 1000 znaków.";
        var property = Options.GetProperty(Property)!;
        object? parsed;
        try
        {
            parsed = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(value);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException)
        {
            return "Tej wartości nie da się odczytać. Sprawdź, co jest wpisane.";
        }

        var faults = new List<ValidationResult>();
        return Validator.TryValidateProperty(parsed, new ValidationContext(Activator.CreateInstance(Options)!) { MemberName = Property }, faults) ? null : faults[0].ErrorMessage;
    }

    private static KnownSetting Chamber(string property) => new(KeyOf(ChamberOptions.Section, property), typeof(ChamberOptions), property);

    private static KnownSetting Mail(string property, bool isSecret = false) => new(KeyOf(MailOptions.Section, property), typeof(MailOptions), property, isSecret);
}

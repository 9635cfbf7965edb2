using System.Globalization;
using Norda.Platform;

namespace Norda.Features.Directory.Editor;

/// <summary>How typed values are checked and brought to the form in which they are stored.</summary>
internal static class Checks
{
    private static readonly Fault NoDate = new("tej daty nie ma w kalendarzu, wpisz na przykład 20.11.2026");

    public static (string?, Fault?) Nip(string text) => Norda.Platform.Nip.TryParse(text, out var nip) ? (nip, null) : (null, Norda.Platform.Nip.FaultOf(text));

    public static (string?, Fault?) Regon(string text) => Norda.Platform.Regon.TryParse(text, out var regon) ? (regon, null) : (null, Norda.Platform.Regon.FaultOf(text));

    public static (string?, Fault?) Krs(string text) => Norda.Platform.Krs.TryParse(text, out var krs) ? (krs, null) : (null, Norda.Platform.Krs.FaultOf(text));

    public static (string?, Fault?) Phone(string text) => Norda.Platform.Phone.TryParse(text, out var phone) ? (phone.ToString(), null) : (null, Norda.Platform.Phone.FaultOf(text));

    public static (string?, Fault?) Email(string text) => Norda.Platform.Email.TryParse(text, out var mail) ? (mail, null) : (null, new Fault("wpisz adres e-mail, na przykład biuro@firma.pl"));

    public static (string?, Fault?) Web(string text) => WebAddress.TryParse(text, out var site) ? (site, null) : (null, new Fault("wpisz adres strony, na przykład firma.pl"));

    public static (string?, Fault?) PostalCode(string text) => Norda.Platform.PostalCode.TryParse(text, out var code) ? (code, null) : (null, new Fault("kod pocztowy ma postać 84-200"));

    public static (string?, Fault?) Date(string text) => Day(text) is { } day ? (Text(day), null) : (null, NoDate);

    public static (string?, Fault?) Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? (text, null) : (null, new Fault("wpisz rok, na przykład 2024"));

    /// <summary>Something that an address can be made of.</summary>
    public static (string?, Fault?) Words(string text) => Slug.From(text).Length > 0 ? (text, null) : (null, new Fault("wpisz nazwę literami"));

    /// <summary>Degrees; people type a comma where machines want a point.</summary>
    public static Func<string, (string?, Fault?)> Degrees(double least, double most) => text =>
        Number(text) is { } degrees && degrees >= least && degrees <= most ? (Text(degrees), null) : (null, new Fault("wpisz liczbę od {0} do {1}, na przykład 54,6056", least, most));

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.MM.yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2200 ? day : null;

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static double? Number(string? text) => double.TryParse(text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public static string? Text(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);
}

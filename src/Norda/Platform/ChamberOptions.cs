using System.ComponentModel.DataAnnotations;

namespace Norda.Platform;

/// <summary>The chamber that runs this copy: its name, its office and its colours. Section Norda:Chamber.</summary>
public sealed class ChamberOptions
{
    public const string Section = "Norda:Chamber";

    [Required(ErrorMessage = "Wpisz nazwę izby.")]
    [StringLength(80, ErrorMessage = "Nazwa izby ma do 80 znaków.")]
    public string Name { get; set; } = "Norda Biznes Partner";

    [StringLength(120, ErrorMessage = "Ta nazwa ma do 120 znaków.")]
    public string Owner { get; set; } = "RIP Norda, Wejherowo";

    /// <summary>Full name, as it stands on papers: debit notes, demands, confirmations. Without it, <see cref="Owner"/>.</summary>
    [StringLength(120, ErrorMessage = "Ta nazwa ma do 120 znaków.")]
    public string? LegalName { get; set; }

    /// <summary>Payee in the QR code of a transfer, where banks take 20 signs.</summary>
    [StringLength(20, ErrorMessage = "Nazwa do przelewów ma do 20 znaków.")]
    public string? TransferName { get; set; }

    [StringLength(40, ErrorMessage = "Numer telefonu ma do 40 znaków.")]
    public string? Phone { get; set; }

    [EmailAddress(ErrorMessage = "Wpisz adres e-mail, na przykład biuro@izba.pl.")]
    public string? Email { get; set; }

    /// <summary>Street, number, postal code and town, on one line.</summary>
    [StringLength(200, ErrorMessage = "Adres biura ma do 200 znaków.")]
    public string? Address { get; set; }

    [Nip]
    public string? Nip { get; set; }

    /// <summary>Where firms pay their fees: 26 digits, with PL before them or not.</summary>
    [RegularExpression("(PL)?[ 0-9]{26,35}", ErrorMessage = "Numer rachunku ma 26 cyfr.")]
    public string? BankAccount { get; set; }

    [Range(0d, 360d, ErrorMessage = "Barwa to liczba od 0 do 360.")]
    public double BrandHue { get; set; } = 232;

    /// <summary>Up to 0.14 every hue keeps the contrast of WCAG AA.</summary>
    [Range(0d, 0.14d, ErrorMessage = "Nasycenie to liczba od 0 do 0,14.")]
    public double BrandChroma { get; set; } = 0.09;

    [Range(0d, 360d, ErrorMessage = "Barwa to liczba od 0 do 360.")]
    public double AccentHue { get; set; } = 75;

    /// <summary>A file under wwwroot, such as "/logo-izby.svg"; without it the sign of Norda is drawn in the brand's hue.</summary>
    [RegularExpression("/[^/\\\\].*", ErrorMessage = "To nie jest adres pliku tego serwisu.")]
    public string? Logo { get; set; }

    /// <summary>What kind of file the browser will find behind the icon.</summary>
    public string LogoType => Path.GetExtension(Logo) switch { ".webp" => "image/webp", ".png" => "image/png", _ => "image/svg+xml" };

    /// <summary>A PNG or JPEG of 1200 x 630 under wwwroot that social networks show beside a shared link.</summary>
    [RegularExpression("/[^/\\\\].*", ErrorMessage = "To nie jest adres pliku tego serwisu.")]
    public string? ShareImage { get; set; }
}

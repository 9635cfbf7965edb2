using System.ComponentModel.DataAnnotations;

namespace Norda.Platform;

/// <summary>The chamber that runs this copy: its name, its office and its colours. Section Norda:Chamber.</summary>
public sealed class ChamberOptions
{
    public const string Section = "Norda:Chamber";

    [Required]
    public string Name { get; set; } = "Norda Biznes Partner";

    public string Owner { get; set; } = "RIP Norda, Wejherowo";
    public string? Phone { get; set; }

    [EmailAddress]
    public string? Email { get; set; }

    [Range(0, 360)]
    public double BrandHue { get; set; } = 232;

    /// <summary>Up to 0.14 every hue keeps the contrast of WCAG AA.</summary>
    [Range(0, 0.14)]
    public double BrandChroma { get; set; } = 0.09;

    [Range(0, 360)]
    public double AccentHue { get; set; } = 75;

    /// <summary>A file under wwwroot, such as "/logo-izby.svg"; without it the sign of Norda is drawn in the brand's hue.</summary>
    [RegularExpression("/[^/].*")]
    public string? Logo { get; set; }

    /// <summary>A PNG or JPEG of 1200 x 630 under wwwroot that social networks show beside a shared link.</summary>
    [RegularExpression("/[^/].*")]
    public string? ShareImage { get; set; }
}

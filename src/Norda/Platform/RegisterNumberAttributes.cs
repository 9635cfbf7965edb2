using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace Norda.Platform;

/// <summary>A tax number with its checksum; empty is left to [Required].</summary>
public sealed class NipAttribute() : RegisterNumberAttribute(Nip.FaultOf);

/// <summary>A statistical number, 9 or 14 digits, with its checksum; empty is left to [Required].</summary>
public sealed class RegonAttribute() : RegisterNumberAttribute(Regon.FaultOf);

/// <summary>A number of the court register; empty is left to [Required].</summary>
public sealed class KrsAttribute() : RegisterNumberAttribute(Krs.FaultOf);

/// <summary>Says what is wrong with the number rather than that something is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class RegisterNumberAttribute(Func<string?, Fault?> faultOf) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string { Length: > 0 } typed || string.IsNullOrWhiteSpace(typed) || faultOf(typed) is not { } fault)
            return ValidationResult.Success;
        var texts = validationContext.GetService(typeof(IStringLocalizer<Texts>)) as IStringLocalizer;
        return new ValidationResult(fault.Sentence(texts), validationContext.MemberName is { } member ? [member] : null);
    }
}

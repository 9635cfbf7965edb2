using System.Globalization;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Directory.Editor;

public enum FieldKind { Line, Text, Markdown, Email, Phone, Web, Number, Date, Choice, Tick }

/// <summary>What a field of the editor looks like and takes; texts are keys of <see cref="Texts"/>.</summary>
public abstract record FieldShape(string Key, string Label)
{
    public string? Hint { get; init; }
    public FieldKind Kind { get; init; }
    public int MaxLength { get; init; } = 200;
    public bool IsRequired { get; init; }

    /// <summary>The firm may show it to members alone, or to nobody.</summary>
    public bool HasVisibility { get; init; }

    /// <summary>Asked for when an entry is made, and not changed afterwards.</summary>
    public bool OnlyWhenNew { get; init; }

    /// <summary>Values and their words, for a choice that is the same for every chamber.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Name of the list of suggestions, or of the choice, that comes from the chamber's dictionaries.</summary>
    public string? Dictionary { get; init; }

    public Func<string, (string? Value, Fault? Fault)>? Check { get; init; }

    /// <summary>The value as it is stored, or what is wrong with the typed one.</summary>
    public (string? Value, string? Error) Read(string? typed, IStringLocalizer<Texts> texts)
    {
        var text = Kind is FieldKind.Text or FieldKind.Markdown ? PlainText.Clean(typed) : PlainText.Line(typed) ?? "";
        if (Kind == FieldKind.Tick)
            return (text.Length > 0 && !text.StartsWith("false", StringComparison.Ordinal) ? "true" : null, null);
        if (text.Length == 0)
            return (null, IsRequired ? texts["Wypełnij pole „{0}”.", texts[Label]].Value : null);
        if (text.Length > MaxLength)
            return (text, texts["Pole „{0}” mieści {1} znaków, a jest {2}.", texts[Label], MaxLength, text.Length]);
        if (Choices.Count > 0 && !Choices.Any(c => c.Value == text))
            return (text, texts["Wybierz pozycję z listy „{0}”.", texts[Label]]);
        if (Check?.Invoke(text) is not { } read)
            return (text, null);
        return read.Fault is { } fault ? (text, fault.Sentence(texts)) : (read.Value, null);
    }

    /// <summary>The stored value in words, for people who compare two.</summary>
    public string Show(string? value, IStringLocalizer<Texts> texts) => value is null ? texts["brak"]
        : Kind == FieldKind.Tick ? texts["Tak"]
        : Kind == FieldKind.Date && Checks.Day(value) is { } day ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : Kind == FieldKind.Phone && Phone.TryParse(value, out var phone) ? phone.Display
        : Choices.FirstOrDefault(c => c.Value == value).Label is { } word ? texts[word]
        : value;
}

/// <summary>A field and the property that it stands for, as text: what two people typed can be compared, kept as a draft and proposed.</summary>
public sealed record EditorField<T>(string Key, string Label, Func<T, string?> Get, Action<T, string?> Set) : FieldShape(Key, Label);

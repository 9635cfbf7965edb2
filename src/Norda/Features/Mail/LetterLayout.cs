using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Norda.Features.Mail;

/// <summary>
/// A letter as plain text and as HTML: one column of 560 px, the reader's own font, styles inline because mail programs
/// know no others. Every value is encoded.
/// </summary>
public static class LetterLayout
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(Letter letter, string chamber)
    {
        var text = new StringBuilder().Append(letter.Heading).Append("\n\n");
        foreach (var paragraph in letter.Introduction)
            text.Append(paragraph).Append("\n\n");
        var group = (string?)null;
        foreach (var item in letter.Items)
        {
            if (item.Group is not null && item.Group != group)
                text.Append((group = item.Group).ToUpper(CultureInfo.CurrentCulture)).Append("\n\n");
            text.Append("* ").Append(item.Title).Append('\n').Append("  ").Append(item.Note).Append('\n').Append("  ").Append(item.Url).Append("\n\n");
        }

        foreach (var paragraph in letter.Paragraphs)
            text.Append(paragraph).Append("\n\n");
        foreach (var (name, value) in letter.Facts)
            text.Append(name).Append(": ").Append(value).Append('\n');
        if (letter.Facts.Count > 0)
            text.Append('\n');
        if (letter.Button is { } button)
            text.Append(button.Text).Append(":\n").Append(button.Url).Append("\n\n");
        if (letter.Link is { } link)
            text.Append(link.Text).Append(":\n").Append(link.Url).Append("\n\n");
        if (letter.Footnote is { } note)
            text.Append(note).Append("\n\n");
        text.Append("-- \n").Append(chamber).Append('\n');
        if (letter.UnsubscribeUrl is { } stop)
            text.Append(stop).Append('\n');
        return text.ToString();
    }

    public static string Page(Letter letter, string chamber, string owner, string stopText)
    {
        var facts = string.Concat(letter.Facts.Select(f => $"<tr><td style=\"padding:2px 16px 2px 0;color:#52626c\">{E(f.Name)}</td><td><b>{E(f.Value)}</b></td></tr>"));
        var body = new StringBuilder();
        foreach (var paragraph in letter.Introduction)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{E(paragraph)}</p>");
        var group = (string?)null;
        foreach (var item in letter.Items)
        {
            if (item.Group is not null && item.Group != group)
                body.Append(CultureInfo.InvariantCulture, $"<h2 style=\"margin:24px 0 12px;font-size:18px\">{E(group = item.Group)}</h2>");
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\"><a href=\"{E(item.Url)}\" style=\"color:#005b82;font-weight:600\">{E(item.Title)}</a><br><span style=\"font-size:14px;color:#52626c\">{E(item.Note)}</span></p>");
        }

        foreach (var paragraph in letter.Paragraphs)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\">{E(paragraph)}</p>");
        if (facts.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 20px\">{facts}</table>");
        if (letter.Button is { } button)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 20px\"><a href=\"{E(button.Url)}\" style=\"display:inline-block;background:#00577a;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:10px\">{E(button.Text)}</a></p>");
        if (letter.Link is { } link)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\"><a href=\"{E(link.Url)}\" style=\"color:#005b82\">{E(link.Text)}</a></p>");
        if (letter.Footnote is { } note)
            body.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;font-size:14px;color:#52626c\">{E(note)}</p>");
        var stop = letter.UnsubscribeUrl is { } url ? $" <a href=\"{E(url)}\" style=\"color:#005b82\">{E(stopText)}</a>" : "";
        return $"""
            <!doctype html>
            <html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>{E(letter.Subject)}</title></head>
            <body style="margin:0;padding:0;background:#f3f7f9;color:#16242c;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Arial,sans-serif">
            <div style="display:none;max-height:0;overflow:hidden">{E(letter.Preview ?? letter.Heading)}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dbe3e8;border-radius:14px"><tr><td style="padding:28px 28px 24px">
            <p style="margin:0 0 4px;font-size:14px;color:#52626c">{E(chamber)}</p>
            <h1 style="margin:0 0 12px;font-size:24px;line-height:1.25">{E(letter.Heading)}</h1>
            {body}
            </td></tr></table>
            <p style="max-width:560px;font-size:14px;color:#52626c;margin:16px 0 0">{E(owner)}.{stop}</p>
            </td></tr></table></body></html>
            """;
    }

    private static string E(string text) => Html.Encode(text);
}

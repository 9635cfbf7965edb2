using System.ComponentModel.DataAnnotations;

namespace Norda.Features.Messages.Writing;

public class ReplyForm
{
    [Required(ErrorMessage = "Napisz wiadomość.")]
    [StringLength(PrivateMessageMap.LongestContent, ErrorMessage = "Wiadomość ma do 5000 znaków. Resztę wyślij w następnej.")]
    public string Content { get; set; } = "";

    /// <summary>Made with the empty form: sent twice, it is one message.</summary>
    [StringLength(PrivateMessageMap.LongestKey)]
    public string? Key { get; set; }

    public List<IFormFile> Files { get; set; } = [];
}

public sealed class ThreadForm : ReplyForm
{
    [Required(ErrorMessage = "Napisz, w jakiej sprawie.")]
    [StringLength(PrivateMessageMap.LongestSubject, ErrorMessage = "Temat ma do 200 znaków.")]
    public string Subject { get; set; } = "";
}

namespace ScCa.Seals;

internal static class SealRefusalText
{
    public static (string ZhCn, string En) Of(SealRefusal refusal) => refusal switch
    {
        SealRefusal.PackageMalformed => (
            "OFD 文件的压缩结构不完整或前后矛盾。请重新下载，或向出具方索取原文件。",
            "The OFD's ZIP structure is incomplete or contradicts itself. Download it again, or ask whoever issued it for the original."),
        SealRefusal.PackageTooLarge => (
            "OFD 文件过大，或解压后过大。请拆分文档或压缩其中的图片后再试。",
            "The OFD is too large, or becomes so when unpacked. Split the document, or make its pictures smaller."),
        SealRefusal.PackageNameUnsafe => (
            "OFD 文件内有不安全的路径。请用正规软件重新生成该文件。",
            "The OFD holds an unsafe path. Produce the file again with trusted software."),
        SealRefusal.PackageNameTwice => (
            "OFD 文件内有重名文件，内容有歧义。请用正规软件重新生成该文件。",
            "The OFD holds two files of one name, so its content is ambiguous. Produce the file again with trusted software."),
        SealRefusal.PackageMethodUnknown => (
            "OFD 文件已加密，或采用不支持的压缩方式。请去除加密后再试。",
            "The OFD is encrypted, or packed with an unknown method. Remove the encryption and try again."),
        SealRefusal.XmlMalformed => (
            "文件中的 XML 不合规（须为 UTF-8，且不得含 DTD 或外部实体）。请重新生成该文件。",
            "XML in the file is not acceptable (it must be UTF-8, without DTD or external entities). Produce the file again."),
        SealRefusal.XmlTooLarge => (
            "文件中的 XML 过大或嵌套过深。请拆分文档后再试。",
            "XML in the file is too large or nested too deeply. Split the document."),
        SealRefusal.OfdMalformed => (
            "文件内容不符合 GB/T 33190。请用正规软件重新生成该文件。",
            "The content does not follow GB/T 33190. Produce the file again with trusted software."),
        SealRefusal.FileMissing => (
            "OFD 文件缺少必要的内部文件。请向出具方索取完整文件。",
            "The OFD lacks a file that it needs. Ask whoever issued it for the complete one."),
        SealRefusal.DocumentClosed => (
            "已有签章不允许再加签章。如确需加盖，请使用未锁定的原文件。",
            "An earlier signature allows no further one. If another is needed, use the document as it was before."),
        SealRefusal.PdfMalformed => (
            "PDF 文件结构不合规。请重新导出为 PDF 后再试。",
            "The PDF's structure is not acceptable. Export the document as PDF again."),
        SealRefusal.PdfTooLarge => (
            "PDF 文件过大或过于复杂。请拆分文档后再试。",
            "The PDF is too large or too complex. Split the document."),
        SealRefusal.PdfEncrypted => (
            "PDF 文件已加密。请去除密码或权限保护后再试。",
            "The PDF is encrypted. Remove its password or its protection and try again."),
        SealRefusal.PdfFilterUnknown => (
            "PDF 文件的结构采用不支持的编码。请重新导出为 PDF 后再试。",
            "The PDF's structure uses an unknown encoding. Export the document as PDF again."),
        SealRefusal.SignatureTooLarge => (
            "签章数据超过预留空间。请加大预留空间后重新签章。",
            "The signature does not fit into the place kept for it. Keep a larger place and sign again."),
        SealRefusal.PlacementImpossible => (
            "签章位置不在文档页面内。请重新选择页码与位置。",
            "The seal's place is on no page of the document. Choose page and position again."),
        SealRefusal.PictureUnknown => (
            "不支持的印模图片格式。请上传 PNG、JPG、GIF、BMP 或 SVG。",
            "Not a picture of a known kind. Upload PNG, JPG, GIF, BMP or SVG."),
        SealRefusal.PictureTooLarge => (
            "印模图片过大。请缩小图片尺寸后再上传。",
            "The picture is too large. Make it smaller and upload it again."),
        SealRefusal.PictureMalformed => (
            "印模图片已损坏或结构不合规。请重新扫描或导出后上传。",
            "The picture is damaged. Scan or export it again."),
        SealRefusal.PictureActive => (
            "SVG 图片含有脚本、外部引用或不允许的内容。请导出为纯图形或 PNG 后上传。",
            "The SVG holds scripts, outside references or content that is not allowed. Export plain shapes, or a PNG."),
        SealRefusal.PictureUnfitForPdf => (
            "该图片格式不能直接放入 PDF。请转换为非隔行扫描的 PNG 或 JPG。",
            "A picture of this kind cannot be placed in a PDF. Convert it to PNG without interlacing, or to JPG."),
        SealRefusal.SealTextUnfit => (
            "印章文字为空、过长或含有不可用字符。请核对名称与编码。",
            "The seal's text is empty, too long or holds characters that cannot be drawn. Check name and number."),
        SealRefusal.SealSizeUnfit => (
            "印章尺寸不在可制作范围内。请按规定尺寸（毫米）填写。",
            "No seal is made in this size. Give the prescribed size in millimetres."),
        SealRefusal.SealMalformed => (
            "不是电子印章的规定格式（GM/T 0031、GB/T 38540）。请向制章机构重新索取印章。",
            "Not an electronic seal as GM/T 0031 or GB/T 38540 prescribe. Ask the seal's maker for it again."),
        SealRefusal.SealSignatureMalformed => (
            "不是电子签章的规定格式（GM/T 0031、GB/T 38540）。请向出具方索取原文件。",
            "Not a seal signature as GM/T 0031 or GB/T 38540 prescribe. Ask whoever issued the document for the original."),
        SealRefusal.SealVersionUnfit => (
            "此版本的印章不能这样处理。请先将印章升级为国标印章。",
            "A seal of this version cannot be used so. Have it upgraded to the national standard first."),
        SealRefusal.SealOrderUnfit => (
            "印章内容不完整或不合规：名称、印模、尺寸、有效期或证书有误。请更正后重试。",
            "The seal's content is incomplete or not acceptable: name, picture, size, period or certificates. Correct it and try again."),
        SealRefusal.SealOutlivesCertificate => (
            "印章有效期不得晚于证书有效期。请先更新证书，或缩短印章有效期。",
            "A seal must not end later than its certificate. Renew the certificate first, or let the seal end earlier."),
        SealRefusal.MakerCertificateUnfit => (
            "制章人证书当前不可用于制章（证书链、有效期、撤销状态或密钥用途）。请更换制章证书。",
            "The seal maker's certificate may not make seals now: its chain, validity, revocation or key usage. Use another certificate."),
        SealRefusal.OldSealForged => (
            "原印章的签名验证不通过，不能据此制作新印章。请按新办流程申请。",
            "The old seal's signature does not verify, so no seal is made from it. Apply for a new seal."),
        SealRefusal.SealUnfit => (
            "印章当前不可使用。请先续期或重新制章。",
            "The seal may not be used now. Renew it, or have it made again."),
        SealRefusal.SignerNotInSeal => (
            "印章未授权该证书使用。请使用印章对应的证书。",
            "The seal does not list this certificate. Use the certificate that belongs to the seal."),
        SealRefusal.SignerCertificateUnfit => (
            "该证书当前不可用于签章（证书链、有效期、撤销状态或密钥用途）。请更新或更换证书。",
            "The certificate may not be used for sealing now: its chain, validity, revocation or key usage. Renew it, or use another."),
        SealRefusal.SignatureValueWrong => (
            "签名值与证书不符。请确认使用了正确的证书介质后重试。",
            "The signature is not that of the certificate's key. Make sure that the right token is used and try again."),
        SealRefusal.TimestampUnfit => (
            "时间戳不属于此数据。请重新申请时间戳。",
            "The timestamp is not about this. Ask for a timestamp again."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}

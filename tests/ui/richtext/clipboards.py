"""What Word, LibreOffice and browsers put on the clipboard, with fictional words."""

WORD_LIST = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;}
 /* List Definitions */
 @list l0
	{mso-list-id:1268464; mso-list-type:hybrid; mso-list-template-ids:-11 67698689;}
@list l0:level1
	{mso-level-number-format:bullet; mso-level-text:\uf0b7; mso-level-tab-stop:none;}
@list l0:level2
	{mso-level-number-format:bullet; mso-level-text:o; mso-level-tab-stop:none;}
@list l1:level1
	{mso-level-tab-stop:none; mso-level-number-position:left;}
@list l1:level2
	{mso-level-number-format:alpha-lower; mso-level-text:"%2\\)"; mso-level-tab-stop:none;}
@list l1:level3
	{mso-level-number-format:roman-lower; mso-level-tab-stop:none;}
-->
</style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Tabel - Normal";}</style><![endif]-->
</head>
<body lang=DA style='tab-interval:65.2pt;word-wrap:break-word'>
<!--StartFragment-->

<h2><span style='mso-fareast-font-family:"Times New Roman"'>Sagsfremstilling<o:p></o:p></span></h2>

<p class=MsoNormal><span style='font-size:12.0pt;font-family:"Arial",sans-serif;color:#C00000'>Egeby
Kommune søger <b style='mso-bidi-font-weight:normal'>300.000&nbsp;kr.</b> til <i>hjemmebesøg</i>, jf. <a
href="https://egeby.example/plan"><span style='color:blue'>planen</span></a> og <a
href="file:///C:/planer/plan.docx">drevet</a>.<o:p></o:p></span></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span
style='mso-list:Ignore'>\u00b7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Første punkt<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;
mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Indre
punkt<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>at planen
godkendes<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l1 level2 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>med
forbehold<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-9.0pt;mso-list:l1 level3 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'><span style='font:7.0pt "Times New Roman"'>&nbsp; </span>i.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>af midlerne<o:p></o:p></p>

<p class=MsoNormal>Tid:<span style='mso-tab-count:1'>          </span>13.00<br>
Sted:<span style='mso-spacerun:yes'>  </span>Egeby<del cite="mailto:Ida"> Rådhus</del><ins cite="mailto:Ida">
Bibliotek</ins><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[IV1]</a></span></p>

<!--EndFragment-->
<div style='mso-element:comment-list'><p class=MsoCommentText>Husk bilaget</p></div>
</body></html>"""

WORD_TABLE = """<html><body lang=DA><!--StartFragment-->
<p class=MsoCaption>Tabel 1</p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=300 valign=top style='width:225.0pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b>Kommune<o:p></o:p></b></p>
  </td>
  <td width=100 valign=top style='width:75.0pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b>Beløb<o:p></o:p></b></p>
  </td>
 </tr>
 <tr>
  <td width=300 valign=top style='width:225.0pt'>
  <p class=MsoNormal>Egeby<o:p></o:p></p>
  <p class=MsoNormal>Klitved<o:p></o:p></p>
  </td>
  <td width=100 valign=top style='width:75.0pt'>
  <p class=MsoNormal><o:p>&nbsp;</o:p></p>
  </td>
 </tr>
</table>
<!--EndFragment--></body></html>"""

LIBREOFFICE = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.2.5.2 (Linux)"/>
<style type="text/css">
	@page { size: 21cm 29.7cm; margin: 2cm }
	p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
	td p { orphans: 0; widows: 0 }
</style></head>
<body lang="da-DK" link="#000080" vlink="#800000" dir="ltr"><h3 class="western"><b>Økonomi</b></h3>
<p lang="da-DK" style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3"
style="font-size: 12pt">Forslaget koster <b>to</b> <u>millioner</u>, se
<a href="mailto:ida@egeby.example"><font color="#000080"><u>Ida</u></font></a>.</font></font></p>
<ol>
	<li><p style="line-height: 100%">at rammen godkendes</p>
	<ol type="a">
		<li><p>for 2027</p></li>
		<li><p>for 2028</p>
		<p>med samme vilkår</p></li>
	</ol>
	</li>
	<li><p>at sagen sendes videre</p></li>
</ol>
<ul>
	<li><p>løst</p></li>
</ul>
<blockquote><p>Vi er glade for planen.</p></blockquote>
<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/>
	<thead><tr><th width="50%"><p>År</p></th><th width="50%"><p>Ramme</p></th></tr></thead>
	<tbody><tr><td><p>2027</p></td><td><p>1 mio.</p></td></tr></tbody>
</table>
<p><br/>
</p>
</body></html>"""

BROWSER = """<meta charset='utf-8'><div style="color: rgb(32, 33, 36); font-family: arial; white-space: normal;">
<p>Byrådet <strong>besluttede</strong>&nbsp;<em>enstemmigt</em> at
   <span style="font-weight: 700">udsætte</span> <span style="display:none">skjult</span>punktet.</p>
<ul><li>første<ul><li>indre</li></ul></li><li>anden</li></ul>
<img src="https://egeby.example/logo.png" alt="Logo"><script>alert("x")</script>
<a href="javascript:alert(1)" onclick="alert(2)">klik</a><div>ny&shy;linje &amp; mere</div></div>"""
